import { FileText } from 'lucide-react';
import { buttonClass } from '@/ui/Button.tsx';

const others = [
  { file: 'analysis', title: '업무분석서', text: '누가 왜 들어오는지, 참고 사이트에서 무엇을 가져올지' },
  { file: 'requirements', title: '요구사항명세서', text: '만들 기능과 조건을 번호로 정리' },
  { file: 'plan', title: '샘플기획서', text: '화면마다 무엇이 어디에 있는지' },
];

/** A result that the service really made: the quotation to look at, the rest beside it. */
export const Sample = () => (
  <div className="grid items-start gap-10 lg:grid-cols-[1.25fr_1fr]">
    <figure className="rounded-xl bg-sunken p-4 sm:p-10">
      <img src="/sample/quotation.webp" width="800" height="1132" loading="lazy" decoding="async" alt="견적서의 두 번째 쪽: 항목과 단가, 수량, 금액을 적은 표와 합계 1,580,000원" className="w-full rounded-sm shadow-float" />
      <figcaption className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <span className="text-ink-2">견적서 · 5쪽</span>
        <a href="/sample/quotation.pdf" target="_blank" className={buttonClass({ look: 'secondary', size: 'sm' }, 'min-h-11')}><FileText aria-hidden="true" className="size-4" />PDF로 열기<span className="sr-only"> (새 창)</span></a>
      </figcaption>
    </figure>
    <div>
      <blockquote className="border-l-4 border-accent pl-5 text-ink-2">“20년 된 동네빵집입니다. 손님이 오늘 나온 빵을 보고 예약할 수 있으면 좋겠어요. 저희가 직접 빵과 가격을 바꿀 수 있는 화면도요.”</blockquote>
      <dl className="mt-8 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line">
        {[['판정', '만들 수 있습니다'], ['기간', '영업일 25일'], ['필수 기능', '1,580,000원'], ['모두 하면', '1,780,000원']].map(([name, value]) => (
          <div key={name} className="bg-surface p-5"><dt className="text-sm text-ink-3">{name}</dt><dd className="num mt-1 text-lg font-bold">{value}</dd></div>
        ))}
      </dl>
      <ul className="mt-8 grid gap-4">
        {others.map(({ file, title, text }) => (
          <li key={file} className="flex items-center gap-5">
            <img src={`/sample/${file}.webp`} width="640" height="906" loading="lazy" decoding="async" alt="" className="w-20 rounded-sm border border-line" />
            <div><h3 className="text-lg">{title}</h3><p className="text-ink-2">{text}</p></div>
          </li>
        ))}
      </ul>
    </div>
  </div>
);
