/** Turns while something goes on; who says what goes on is whoever shows it. */
export const Spinner = () => (
  <svg viewBox="0 0 20 20" className="size-4 animate-spin" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
    <path d="M10 2.5a7.5 7.5 0 1 1-7.5 7.5" />
  </svg>
);
