import { ArrowRight, ChevronDown } from 'lucide-react';
import { buttonClass } from '@/ui/Button.tsx';
import { Calculator } from './Calculator.tsx';
import { questions, steps } from './content.ts';
import { HeroPicture } from './Hero.tsx';
import type { SitePage } from './prerender.tsx';
import { Sample } from './Sample.tsx';
import { Section } from './Section.tsx';

const description = '마음에 드는 사이트 주소와 몇 문장을 보내 주세요. 30분 안에 분석과 견적, 네 가지 문서와 화면 시안을 준비해 드립니다.';

const Landing = () => (
  <>
    <section className="overflow-hidden">
      <div className="page grid items-center gap-10 py-12 sm:py-20 lg:grid-cols-[1.1fr_1fr] lg:py-24">
        <div>
          <p data-island="slots" className="inline-block min-h-9 rounded-full bg-accent-soft px-4 py-1.5 text-sm font-semibold text-accent-text">오픈 이벤트 · 선착순 무료 분석</p>
          <h1 className="mt-6 text-4xl font-extrabold">마음에 드는<br />사이트 하나면<br />됩니다<span className="text-spark">.</span></h1>
          <p className="mt-6 max-w-xl text-lg text-ink-2">주소와 몇 문장을 보내 주세요. 30분 안에 분석과 견적, 문서 네 가지와 화면 시안까지 준비해 드립니다.</p>
          <div className="mt-9 flex flex-wrap gap-3">
            <a href="/consultations/new" className={buttonClass({ size: 'lg' })}>상담 신청하기<ArrowRight aria-hidden="true" className="size-5" /></a>
            <a href="#sample" className={buttonClass({ size: 'lg', look: 'quiet' })}>결과 미리 보기</a>
          </div>
        </div>
        <div className="grid justify-items-center lg:justify-items-end"><HeroPicture /></div>
      </div>
    </section>

    <Section sunken title="30분 동안 이런 일이 일어납니다" lead="기다리지 않으셔도 됩니다. 창을 닫아도 계속되고, 끝나면 메일로 알려 드립니다.">
      <ol className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
        {steps.map(({ minute, title, text }, index) => (
          <li key={title} className="border-t-2 border-ink pt-4">
            <p className="num text-sm font-bold text-accent-text">{index === 0 ? '지금' : `${minute}쯤`}</p>
            <h3 className="mt-1 text-lg">{title}</h3>
            <p className="mt-2 text-ink-2">{text}</p>
          </li>
        ))}
      </ol>
    </Section>

    <Section id="sample" title="받아 보시는 것" lead="동네빵집의 신청으로 실제로 만들어진 문서입니다. 고치거나 다듬지 않았습니다.">
      <Sample />
    </Section>

    <Section id="prices" sunken title="값은 처음부터 보여 드립니다" lead="견적서는 이 가격표로 계산됩니다. 숨은 항목도, 사람마다 다른 값도 없습니다.">
      <Calculator />
    </Section>

    <Section id="faq" title="자주 묻는 것">
      <div className="grid max-w-3xl divide-y divide-line border-y border-line">
        {questions.map(({ q, a }) => (
          <details key={q} className="group">
            <summary className="flex min-h-16 items-center justify-between gap-4 py-3 text-lg font-semibold"><h3 className="text-lg">{q}</h3><ChevronDown aria-hidden="true" className="size-5 shrink-0 text-ink-3 transition-transform group-open:rotate-180" /></summary>
            <p className="pb-6 text-ink-2">{a}</p>
          </details>
        ))}
      </div>
    </Section>

    <section className="bg-ink py-20 text-paper sm:py-28">
      <div className="page flex flex-wrap items-end justify-between gap-8">
        <h2 className="text-2xl sm:text-3xl">생각만 하고 계셨나요?<br />나머지는 저희가 준비합니다.</h2>
        <a href="/consultations/new" className="inline-flex min-h-14 items-center gap-2.5 rounded-md bg-paper px-7 text-lg font-semibold text-ink transition-opacity hover:opacity-85">상담 신청하기<ArrowRight aria-hidden="true" className="size-5" /></a>
      </div>
    </section>
  </>
);

export const landing: SitePage = {
  path: '/',
  title: '준비스튜디오 – 마음에 드는 사이트 하나면 됩니다',
  description,
  data: [
    { '@type': 'ProfessionalService', name: '준비스튜디오', description, areaServed: 'KR', priceRange: '₩₩', email: 'hello@joonbi.co.kr' },
    { '@type': 'FAQPage', mainEntity: questions.map(({ q, a }) => ({ '@type': 'Question', name: q, acceptedAnswer: { '@type': 'Answer', text: a } })) },
  ],
  body: <Landing />,
};
