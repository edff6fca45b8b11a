import { Dialog } from '@/ui/Dialog.tsx';
import { Switch } from '@/ui/Switch.tsx';
import { switchKeys, useKeys } from './shortcuts.ts';

/** Which keys there are on this page, and the switch for those who want none. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { groups, on } = useKeys();
  return (
    <Dialog open={open} onClose={onClose} title="키보드 단축키" description="입력하는 중에는 쓰이지 않습니다. 한글 자판에서도 같은 자리의 키를 누르면 됩니다.">
      <Switch label="단축키 사용" checked={on} onChange={switchKeys} />
      {groups.map((group) => (
        <section key={group.name} className="mt-5">
          <h3 className="mb-1 text-sm text-ink-3">{group.name}</h3>
          <dl className="divide-y divide-line">
            {group.shortcuts.map((one) => (
              <div key={one.keys} className="flex items-center justify-between gap-4 py-1.5">
                <dt>{one.does}</dt>
                <dd className="flex gap-1">{one.keys.split(' ').map((key, index) => <kbd key={index} className="min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 text-center text-sm">{key}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
