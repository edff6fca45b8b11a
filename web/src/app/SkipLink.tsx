export const SkipLink = () => (
  <a href="#main" className="absolute left-4 top-2 z-50 -translate-y-20 rounded-md bg-ink px-4 py-2 text-paper focus:translate-y-0">본문으로 건너뛰기</a>
);
