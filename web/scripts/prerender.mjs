// After both builds: writes the public pages as HTML, the map for search engines, and a .gz beside everything that shrinks.
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pages, render, robots, sitemap, withBoot } from '../.prerender/prerender.js';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', dist), 'utf8'));
const script = manifest['src/site/islands/main.ts'];
const app = manifest['app.html'];
const assets = { script: `/${script.file}`, styles: (app.css ?? []).map((file) => `/${file}`) };

for (const page of pages) writeFileSync(new URL(page.path === '/' ? 'index.html' : `${page.path.slice(1)}.html`, dist), render(page, assets));
writeFileSync(new URL('app.html', dist), withBoot(readFileSync(new URL('app.html', dist), 'utf8')));
writeFileSync(new URL('sitemap.xml', dist), sitemap());
writeFileSync(new URL('robots.txt', dist), robots());
// What the build knows about itself is nobody's business.
renameSync(new URL('manifest.json', dist), new URL('../.prerender/manifest.json', import.meta.url));
rmSync(new URL('.vite', dist), { recursive: true, force: true });

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(html|js|mjs|css|svg|xml|txt|json|webmanifest|pdf)$/.test(entry.name)) continue;
  const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
  const raw = readFileSync(path);
  const small = gzipSync(raw, { level: 9 });
  if (small.length < raw.length * 0.95) writeFileSync(`${path}.gz`, small);
}
