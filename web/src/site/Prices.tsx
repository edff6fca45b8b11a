import { Calculator } from './Calculator.tsx';
import { PageHead } from './PageHead.tsx';
import type { SitePage } from './prerender.tsx';

export const prices: SitePage = {
  path: '/prices',
  title: '가격 – 준비스튜디오',
  description: '기능별 제작 가격표와 계산기입니다. 견적서는 이 가격표로 계산되고, 숨은 항목은 없습니다.',
  body: (
    <>
      <PageHead title="값은 처음부터 보여 드립니다" lead="필요한 것을 골라 보세요. 견적서도 같은 가격표로 계산됩니다." />
      <div className="page mt-12 sm:mt-16"><Calculator /></div>
      <div className="page mt-16 grid gap-6 sm:grid-cols-3">
        {[
          ['상담', '간편 상담은 무료입니다. 분석 상담은 이벤트 자리가 있으면 무료이고, 없으면 요금을 받습니다.'],
          ['계약', '합의한 금액의 30%를 계약금으로, 나머지를 완성된 뒤에 받습니다. 내신 분석 상담 요금은 계약금에서 뺍니다.'],
          ['할인', '완성한 사이트를 포트폴리오로 소개해도 된다고 하시면 10%, 이름 없이라면 5%를 빼 드립니다.'],
        ].map(([title, text]) => <section key={title} className="border-t-2 border-ink pt-5"><h2 className="text-xl">{title}</h2><p className="mt-2 text-ink-2">{text}</p></section>)}
      </div>
    </>
  ),
};
