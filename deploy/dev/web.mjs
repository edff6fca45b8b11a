// Serves web/dist as nginx does (deploy/nginx): the same headers, read from its own snippet; what was compressed at build;
// hashed files for a year and pages never from a cache; and the API below /api on the same origin, so that its cookie is kept.
//
//   WEB_PORT=3000 API=http://127.0.0.1:4000 SANDBOX_URL=http://127.0.0.1:4010 node web.mjs
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));
const snippet = fileURLToPath(new URL('../nginx/snippets/security-headers.conf', import.meta.url));
const port = Number(process.env.WEB_PORT ?? 3000);
const api = new URL(process.env.API ?? 'http://127.0.0.1:4000');
const sandbox = process.env.SANDBOX_URL ? new URL(process.env.SANDBOX_URL) : undefined;

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif', '.woff2': 'font/woff2', '.pdf': 'application/pdf',
  '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
};

/** `add_header NAME "VALUE" always;` line by line. */
const headers = [...readFileSync(snippet, 'utf8').matchAll(/^\s*add_header\s+(\S+)\s+(?:"([^"]*)"|(\S+?))\s*(?:always)?\s*;/gm)].map(([, name, quoted, bare]) => [name, quoted ?? bare]);

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** The file of a path: itself, the page of that name, or the application for every other page. */
function find(pathname) {
  const path = join(dist, normalize(decodeURIComponent(pathname)));
  if (!path.startsWith(dist)) return undefined;
  if (pathname === '/') return join(dist, 'index.html');
  if (isFile(path)) return path;
  if (isFile(`${path}.html`)) return `${path}.html`;
  return pathname.startsWith('/assets/') || extname(path) ? undefined : join(dist, 'app.html');
}

function serve(request, response, pathname) {
  for (const [name, value] of headers) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const path = find(pathname);
  if (!path || !isFile(path)) return response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('찾을 수 없습니다.\n');
  response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
  response.setHeader('cache-control', pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  let sent = path;
  if (isFile(`${path}.gz`)) {
    response.setHeader('vary', 'accept-encoding');
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      response.setHeader('content-encoding', 'gzip');
      sent = `${path}.gz`;
    }
  }
  response.setHeader('content-length', statSync(sent).size);
  if (request.method === 'HEAD') return response.end();
  createReadStream(sent).pipe(response);
}

/** Bytes both ways as they come: streams of events and uploads are never gathered. */
function forward(request, response, target, path) {
  const upstream = ask(new URL(path, target), {
    method: request.method,
    headers: { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress, 'x-forwarded-proto': 'http', 'x-forwarded-host': request.headers.host },
  });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('서비스가 응답하지 않습니다.\n')));
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

createServer((request, response) => {
  try {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (pathname === '/api' || pathname.startsWith('/api/')) forward(request, response, api, pathname + search);
    else if (sandbox && pathname.startsWith('/sandbox/sdk/')) forward(request, response, sandbox, pathname.slice('/sandbox'.length) + search);
    else serve(request, response, pathname);
  } catch {
    response.writeHead(400).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`));
