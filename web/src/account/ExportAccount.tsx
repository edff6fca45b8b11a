import { Download } from 'lucide-react';
import { useState } from 'react';
import { fetchFile, save } from '@/api/files.ts';
import { explain } from '@/api/problem.ts';
import { today } from '@/text/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Card } from '@/ui/Page.tsx';

export function ExportAccount() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function download() {
    setBusy(true);
    setFailure(undefined);
    try {
      save(await fetchFile('/api/users/me/export'), `준비스튜디오-내정보-${today()}.json`);
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Card>
      <h2 className="mb-2 text-lg">내 정보 내려받기</h2>
      <p className="mb-4 text-ink-2">프로필, 상담, 대화, 결제와 알림을 모두 담은 JSON 파일입니다.</p>
      {failure !== undefined && <Notice tone="bad" live className="mb-4">{explain(failure)}</Notice>}
      <Button look="secondary" busy={busy} onClick={() => void download()}><Download aria-hidden="true" className="size-4" />내려받기</Button>
    </Card>
  );
}
