import type { SitePage } from './prerender.tsx';

export const landing: SitePage = {
  path: '/',
  title: '참고 사이트 하나면 됩니다 – 준비스튜디오',
  description: '마음에 드는 사이트 주소와 몇 문장을 보내 주세요. 30분 안에 분석과 견적, 네 가지 문서를 준비해 드립니다.',
  body: <div className="page py-14"><h1 className="text-3xl">참고 사이트 하나면 됩니다</h1></div>,
};
