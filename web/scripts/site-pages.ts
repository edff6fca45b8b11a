import type { Plugin } from 'vite';

/** In development the public pages are rendered at each request; `npm run build` writes them once (prerender.mjs). */
export function sitePages(): Plugin {
  return {
    name: 'joonbi-site-pages',
    apply: 'serve',
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          const url = request.originalUrl ?? '/';
          void (async () => {
            const { pages, render, withBoot } = (await server.ssrLoadModule('/src/site/prerender.tsx')) as typeof import('../src/site/prerender.tsx');
            const page = pages.find((one) => one.path === url.split('?')[0]);
            if (page) {
              const html = render(page, { script: '/src/site/islands/main.ts', styles: ['/src/styles/index.css'] });
              response.setHeader('content-type', 'text/html; charset=utf-8');
              response.end(await server.transformIndexHtml(url, html));
            } else if (!request.method || request.method === 'GET') {
              const { readFile } = await import('node:fs/promises');
              response.setHeader('content-type', 'text/html; charset=utf-8');
              response.end(await server.transformIndexHtml(url, withBoot(await readFile('app.html', 'utf8'))));
            } else next();
          })().catch(next);
        });
      };
    },
  };
}
