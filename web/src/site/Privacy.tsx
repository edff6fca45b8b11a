import type { SitePage } from './prerender.tsx';

export const privacy: SitePage = {
  path: '/privacy',
  title: '개인정보 처리방침 – 준비스튜디오',
  description: '준비스튜디오가 개인정보를 어떻게 다루는지 알려 드립니다.',
  body: <div className="page py-14"><h1 className="text-3xl">개인정보 처리방침</h1></div>,
};
