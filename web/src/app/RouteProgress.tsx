import { useNavigation } from 'react-router';

/** A thin line while the next page's code is fetched; the present page stays until it is there. */
export function RouteProgress() {
  const moving = useNavigation().state === 'loading';
  return moving ? <div role="status" aria-label="화면을 여는 중" className="fixed inset-x-0 top-0 z-50 h-0.5 animate-[fade_.3s_.15s_both] bg-accent" /> : null;
}
