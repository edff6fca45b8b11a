import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { Boot } from '@/app/Boot.tsx';
import { how } from './How.tsx';
import { landing } from './Landing.tsx';
import { prices } from './Prices.tsx';
import { privacy } from './Privacy.tsx';
import { SiteLayout } from './SiteLayout.tsx';
import { terms } from './Terms.tsx';

/** A page that is written once, at build: real HTML, with no more script than its few living places need. */
export interface SitePage { path: string; title: string; description: string; data?: object[]; body: ReactNode }

export interface Assets { script: string; styles: string[] }

export const pages: SitePage[] = [landing, how, prices, terms, privacy];

/** The site's own address is put in by whoever serves it in earnest (`SITE_URL` at build). */
const site = process.env.SITE_URL ?? 'https://joonbi.co.kr';

export function render(page: SitePage, assets: Assets): string {
  const address = site + (page.path === '/' ? '/' : page.path);
  const document = (
    <html lang="ko">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        <meta name="description" content={page.description} />
        <link rel="canonical" href={address} />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="준비스튜디오" />
        <meta property="og:locale" content="ko_KR" />
        <meta property="og:title" content={page.title} />
        <meta property="og:description" content={page.description} />
        <meta property="og:url" content={address} />
        <meta property="og:image" content={`${site}/og.png`} />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta name="twitter:card" content="summary_large_image" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131210" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script src="/theme.js" />
        {assets.styles.map((href) => <link key={href} rel="stylesheet" href={href} />)}
        <script type="module" src={assets.script} />
        {page.data?.map((data, index) => (
          <script key={index} type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c') }} />
        ))}
      </head>
      <body>
        <StaticRouter location={page.path}><SiteLayout path={page.path}>{page.body}</SiteLayout></StaticRouter>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(document)}\n`;
}

/** The application's page with its first sight in it, so that this is there before any script is. */
export const withBoot = (html: string) => html.replace('<!-- Boot -->', renderToStaticMarkup(<Boot />));

export const sitemap = () =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.map((page) => `  <url><loc>${site}${page.path}</loc></url>`).join('\n')}\n</urlset>\n`;

export const robots = () => `User-agent: *\nAllow: /\nSitemap: ${site}/sitemap.xml\n`;
