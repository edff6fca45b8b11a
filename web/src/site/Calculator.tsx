/**
 * The place of the price calculator: `islands/calculator.ts` fills it from the live price table. It keeps its height, so that
 * nothing below moves when the prices come.
 */
export const Calculator = () => (
  <div data-island="calculator" className="calculator">
    <div className="grid gap-3" role="status" aria-label="가격표를 불러오는 중">
      {Array.from({ length: 8 }, (_, index) => <div key={index} className="skeleton h-14" />)}
    </div>
    <noscript><p className="mt-4">가격표를 보시려면 자바스크립트를 켜 주세요.</p></noscript>
  </div>
);
