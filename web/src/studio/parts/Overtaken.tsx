import type { FieldValues } from 'react-hook-form';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';

/** Somebody saved while this was being typed (412): what they changed, and whose words shall stand. */
export function Overtaken({ labels, before, now, onKeep, onTake }: { labels: Record<string, string>; before: FieldValues; now: FieldValues; onKeep: () => void; onTake: () => void }) {
  const other = Object.keys(labels).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  return (
    <Notice tone="warn" live title="그사이 다른 곳에서 저장했습니다">
      <p>입력하신 내용은 아래에 그대로 있습니다.</p>
      {other.length === 0
        ? <p>이 화면에 있는 항목은 바뀌지 않았습니다.</p>
        : <ul className="mt-1 list-disc pl-5">{other.map((name) => <li key={name}>{labels[name]}: 지금은 <b className="written">{spoken(now[name])}</b></li>)}</ul>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" look="secondary" onClick={onKeep}>내 내용을 유지하기</Button>
        <Button size="sm" look="secondary" onClick={onTake}>저장된 내용으로 바꾸기</Button>
      </div>
    </Notice>
  );
}

const spoken = (value: unknown) => (typeof value === 'boolean' ? (value ? '켜짐' : '꺼짐') : String(value ?? '').trim() || '비어 있음');
