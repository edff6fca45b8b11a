/** The mark: two sheets, one laid into the other. */
export const Logo = () => (
  <span className="flex items-center gap-2.5 whitespace-nowrap text-lg font-extrabold tracking-tight text-ink">
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M9 8h9a5 5 0 0 1 5 5v1.5h-4V13a1.5 1.5 0 0 0-1.5-1.5H9zM9 15h4v4.5a1.5 1.5 0 0 0 1.5 1.5H23v3.5h-9a5 5 0 0 1-5-5z" className="fill-accent-ink" />
    </svg>
    준비스튜디오
  </span>
);
