import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { get } from 'node:http';
import { service } from './support/browser.ts';

const publicPages = ['/', '/how', '/prices', '/terms', '/privacy'];

/** As it comes over the wire, still compressed. */
const raw = (path: string) => new Promise<{ headers: Record<string, string | string[] | undefined>; body: Buffer }>((resolve, reject) => {
  get(service.web + path, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
  }).on('error', reject);
});

test.each(publicPages)('%s is whole without a script: title, description, canonical, Open Graph, text', async (path) => {
  const html = await (await fetch(service.web + path)).text();
  expect(html).toMatch(/<title>[^<]+준비스튜디오[^<]*<\/title>|<title>준비스튜디오[^<]+<\/title>/);
  for (const needed of [/<meta name="description" content="[^"]{20,}"/, /<link rel="canonical" href="https:/, /<meta property="og:title"/, /<meta property="og:image"/, /<h1[^>]*>/]) expect(html).toMatch(needed);
  for (const [, data] of html.matchAll(/<script type="application\/ld\+json">(.+?)<\/script>/g)) expect(JSON.parse(data!)).toHaveProperty('@type');
  expect(html).not.toMatch(/ style="|<style|<script>|onclick=/);
});

test('the map and the robots’ file name every public page and no other', async () => {
  const map = await (await fetch(`${service.web}/sitemap.xml`)).text();
  expect([...map.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path)).toEqual(publicPages);
  expect(await (await fetch(`${service.web}/robots.txt`)).text()).toContain('/sitemap.xml');
});

test('pages are asked for again each time, hashed files are kept for a year, and both are small', async () => {
  const page = await raw('/consultations');
  expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8' });
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(gunzipSync(page.body).toString())![1]!;
  expect((await raw(script)).headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
});

test('the policy of content allows nothing inline, and a file that is gone is no page', async () => {
  const { headers } = await fetch(`${service.web}/`);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(`${service.web}/assets/gone-123.js`)).status).toBe(404);
  expect((await fetch(`${service.web}/..%2f..%2fpackage.json`)).status).not.toBe(200);
});
