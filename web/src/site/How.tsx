import { ArrowRight } from 'lucide-react';
import { buttonClass } from '@/ui/Button.tsx';
import { steps } from './content.ts';
import { PageHead } from './PageHead.tsx';
import type { SitePage } from './prerender.tsx';

export const how: SitePage = {
  path: '/how',
  title: '진행 방법 – 준비스튜디오',
  description: '상담 신청부터 결과를 받기까지, 30분 동안 어떤 일이 일어나는지 알려 드립니다.',
  data: [{ '@type': 'HowTo', name: '홈페이지 제작 견적 받기', totalTime: 'PT30M', step: steps.map(({ title, more }) => ({ '@type': 'HowToStep', name: title, text: more })) }],
  body: (
    <>
      <PageHead title="보내 주시면, 30분 뒤에 옵니다" lead="무엇을 언제 하는지 그대로 보여 드립니다. 진행 상황은 화면에서 바로 보실 수 있습니다." />
      <ol className="page mt-14 sm:mt-20">
        {steps.map(({ minute, title, text, more }) => (
          <li key={title} className="grid gap-x-10 gap-y-2 border-t border-line py-8 sm:grid-cols-[9rem_1fr] sm:py-12">
            <p className="num text-3xl font-extrabold text-accent-text">{minute}</p>
            <div className="max-w-2xl"><h2 className="text-xl sm:text-2xl">{title}</h2><p className="mt-2 text-lg">{text}</p><p className="mt-2 text-ink-2">{more}</p></div>
          </li>
        ))}
      </ol>
      <div className="page">
        <div className="grid gap-8 rounded-xl bg-sunken p-7 sm:grid-cols-3 sm:p-12">
          {[
            ['만들 수 없다면', '안 되는 까닭을 적어 알려 드리고 요금을 전액 돌려 드립니다.'],
            ['분석이 실패하면', '여러 번 다시 해 보고, 그래도 안 되면 전액 돌려 드립니다. 담당자가 까닭을 살펴봅니다.'],
            ['마음이 바뀌면', '분석이 시작되기 전에는 언제든 취소하실 수 있고, 요금은 전액 돌아옵니다.'],
          ].map(([title, text]) => <section key={title}><h2 className="text-lg">{title}</h2><p className="mt-2 text-ink-2">{text}</p></section>)}
        </div>
        <p className="mt-14 text-center"><a href="/consultations/new" className={buttonClass({ size: 'lg' })}>상담 신청하기<ArrowRight aria-hidden="true" className="size-5" /></a></p>
      </div>
    </>
  ),
};
