/** The idea in one picture: one site on the left becomes four documents on the right, within one turn of the clock. */
export const HeroPicture = () => (
  <svg viewBox="0 0 560 500" className="hero-picture w-full max-w-xl" role="img" aria-label="사이트 하나가 30분 뒤 네 가지 문서가 되는 그림" fill="none">
    <circle cx="300" cy="250" r="208" className="stroke-line" strokeWidth="1.5" />
    <circle cx="300" cy="250" r="208" className="hero-turn stroke-accent" strokeWidth="5" strokeLinecap="round" pathLength="100" strokeDasharray="50 100" transform="rotate(-90 300 250)" />
    {Array.from({ length: 12 }, (_, index) => <path key={index} d="M300 52v10" className="stroke-line-strong" strokeWidth="1.5" transform={`rotate(${index * 30} 300 250)`} />)}
    <g className="hero-site">
      <rect x="20" y="120" width="264" height="190" rx="14" className="fill-surface stroke-ink" strokeWidth="2" />
      <path d="M20 154h264" className="stroke-ink" strokeWidth="2" />
      <circle cx="42" cy="137" r="5" className="fill-spark" /><circle cx="60" cy="137" r="5" className="fill-line" /><circle cx="78" cy="137" r="5" className="fill-line" />
      <rect x="100" y="130" width="160" height="14" rx="7" className="fill-sunken" />
      <rect x="40" y="174" width="104" height="16" rx="4" className="fill-ink" /><rect x="40" y="200" width="80" height="8" rx="4" className="fill-line" /><rect x="40" y="216" width="92" height="8" rx="4" className="fill-line" />
      <rect x="40" y="240" width="64" height="22" rx="6" className="fill-accent" />
      <rect x="168" y="172" width="98" height="118" rx="8" className="fill-accent-soft" /><path d="m168 268 34-40 26 26 18-18 20 26v20a8 8 0 0 1-8 8h-82a8 8 0 0 1-8-8z" className="fill-accent" opacity=".55" /><circle cx="242" cy="198" r="10" className="fill-spark" />
    </g>
    {sheets.map(({ title, x, y, turn, lines }, index) => (
      <g key={title} className={`hero-sheet hero-sheet-${index + 1}`}>
        <g transform={`translate(${x} ${y}) rotate(${turn})`}>
          <path d="M0 8a8 8 0 0 1 8-8h104l32 32v156a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" className="fill-surface stroke-ink" strokeWidth="2" />
          <path d="M112 0v24a8 8 0 0 0 8 8h24" className="stroke-ink" strokeWidth="2" />
          <rect x="16" y="20" width="28" height="5" className="fill-accent" />
          <text x="16" y="52" className="fill-ink text-[17px] font-bold">{title}</text>
          {lines.map((width, line) => <rect key={line} x="16" y={72 + line * 18} width={width} height="7" rx="3.5" className={line === lines.length - 1 ? 'fill-accent' : 'fill-line'} />)}
        </g>
      </g>
    ))}
  </svg>
);

const sheets = [
  { title: '업무분석서', x: 250, y: 62, turn: -7, lines: [110, 96, 104, 70] },
  { title: '요구사항명세서', x: 372, y: 92, turn: 6, lines: [112, 112, 88, 60] },
  { title: '샘플기획서', x: 244, y: 276, turn: 5, lines: [100, 112, 76, 90] },
  { title: '견적서', x: 384, y: 286, turn: -5, lines: [112, 112, 112, 48] },
];
