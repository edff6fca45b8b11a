import type { SitePage } from './prerender.tsx';

export const terms: SitePage = {
  path: '/terms',
  title: '이용약관 – 준비스튜디오',
  description: '준비스튜디오 서비스 이용약관입니다.',
  body: <div className="page py-14"><h1 className="text-3xl">이용약관</h1></div>,
};
