import { Logo } from './Logo.tsx';

/** What stands there before the first script has run, and until one knows who is logged in: so that nothing blinks between the two. */
export const Boot = () => (
  <div className="boot" role="status" aria-label="불러오는 중">
    <div className="boot-bar"><div className="page py-3"><Logo /></div></div>
    <div className="boot-body"><span /><span /><span /></div>
  </div>
);
