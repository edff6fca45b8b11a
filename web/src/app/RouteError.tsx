import { useRouteError } from 'react-router';
import { Button } from '@/ui/Button.tsx';
import { PageTitle } from '@/ui/Page.tsx';

/** A page that broke, or whose code is no longer there because a new version was put in place. */
export function RouteError() {
  const error = useRouteError();
  const stale = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div className="grid justify-items-center py-20 text-center" role="alert">
      <PageTitle className="justify-center" title={stale ? '새 버전이 나왔습니다' : '화면을 보여 드리지 못했습니다'}
        lead={stale ? '화면을 새로 고치면 이어서 쓰실 수 있습니다. 작성 중이던 신청서는 저장되어 있습니다.' : '새로 고쳐도 같은 일이 생기면 hello@joonbi.co.kr 로 알려 주세요.'} />
      <Button onClick={() => location.reload()}>새로 고침</Button>
    </div>
  );
}
