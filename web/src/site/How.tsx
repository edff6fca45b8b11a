import type { SitePage } from './prerender.tsx';

export const how: SitePage = {
  path: '/how',
  title: '진행 방법 – 준비스튜디오',
  description: '상담 신청부터 결과를 받기까지, 30분 동안 어떤 일이 일어나는지 알려 드립니다.',
  body: <div className="page py-14"><h1 className="text-3xl">진행 방법</h1></div>,
};
