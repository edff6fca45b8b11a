import type { SitePage } from './prerender.tsx';

export const prices: SitePage = {
  path: '/prices',
  title: '가격 – 준비스튜디오',
  description: '기능별 제작 가격표와 계산기입니다. 견적서는 이 가격표로 계산됩니다.',
  body: <div className="page py-14"><h1 className="text-3xl">가격</h1></div>,
};
