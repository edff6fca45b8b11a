import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { retryNow, useConnection } from '@/api/connection.ts';
import { span } from '@/text/format.ts';

/** Says that requests wait, and when they go out again. What was typed stays where it is. */
export function ConnectionBanner() {
  const { waiting, cause, retryAt } = useConnection();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!waiting) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  if (!waiting) return <div role="status" className="sr-only" />;
  return (
    <div className="fixed inset-x-3 bottom-3 z-40 mx-auto flex max-w-xl flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-ink px-4 py-3 text-paper shadow-float">
      <WifiOff aria-hidden="true" className="size-5 shrink-0" />
      <p role="status" className="min-w-0 flex-1 basis-56">
        {cause === 'network' ? '인터넷 연결이 끊겼습니다.' : '서비스가 잠시 응답하지 않습니다.'} 입력하신 내용은 그대로 있습니다.
      </p>
      <span aria-hidden="true" className="num text-sm">{span((retryAt ?? now) - now)} 뒤 다시 시도</span>
      <button type="button" onClick={retryNow} className="rounded-md border border-current px-3 py-1.5 text-sm font-semibold">지금 다시 시도</button>
    </div>
  );
}
