/** Below every page but the studio's. Plain links: the public pages are documents of their own. */
export const Footer = () => (
  <footer className="no-print mt-24 border-t border-line">
    <div className="page flex flex-wrap justify-between gap-x-10 gap-y-6 py-10 text-sm text-ink-3">
      <div>
        <p className="font-bold text-ink">준비스튜디오</p>
        <p className="mt-1">참고 사이트 하나면 됩니다. 나머지는 저희가 준비합니다.</p>
        <p className="mt-1"><a href="mailto:hello@joonbi.co.kr" className="underline underline-offset-4">hello@joonbi.co.kr</a></p>
      </div>
      <nav aria-label="바닥글">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <li><a className="inline-block py-1 hover:text-ink" href="/how">진행 방법</a></li>
          <li><a className="inline-block py-1 hover:text-ink" href="/prices">가격</a></li>
          <li><a className="inline-block py-1 hover:text-ink" href="/terms">이용약관</a></li>
          <li><a className="inline-block py-1 font-semibold hover:text-ink" href="/privacy">개인정보 처리방침</a></li>
        </ul>
      </nav>
    </div>
  </footer>
);
