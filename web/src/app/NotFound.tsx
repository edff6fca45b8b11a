import { ButtonAnchor } from '@/ui/Button.tsx';
import { PageTitle } from '@/ui/Page.tsx';

export const NotFound = () => (
  <div className="grid justify-items-center py-20 text-center">
    <p aria-hidden="true" className="num text-4xl font-extrabold text-line-strong">404</p>
    <PageTitle title="찾으시는 화면이 없습니다" lead="주소가 바뀌었거나 잘못 입력되었습니다." className="mt-4 justify-center" />
    <ButtonAnchor href="/" look="secondary">처음 화면으로</ButtonAnchor>
  </div>
);
