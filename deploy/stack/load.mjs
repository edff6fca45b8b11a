// A steady stream of requests through nginx, from eighty addresses, until SIGINT: then one line of JSON.
//
//   node load.mjs NGINX DOMAIN CERTIFICATE PER_SECOND
//
// Open loop: a request starts when it is due, whether or not earlier ones have been answered. One in eight comes on
// a new connection, the others on kept ones. As browsers do (RFC 9110, 9.2.2), a GET is sent again once when a kept connection
// was closed before any answer, on a new one, since others that were kept may be closing too; how often is told.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';

const [host, domain, certificate, perSecond] = process.argv.slice(2);
const ca = readFileSync(certificate);
// What visitors ask for. Not the readiness probe: it may say no to a database that takes two seconds, and is asked again.
const paths = ['/', '/consultations', '/api/prices', '/api/events/slots'];
const visitors = Array.from({ length: 80 }, (_, n) => {
  const options = { ca, servername: domain, localAddress: `172.30.41.${120 + n}` };
  return { kept: new Agent({ ...options, keepAlive: true, maxSockets: 4, timeout: 20_000 }), fresh: new Agent({ ...options, keepAlive: false }) };
});
let sent = 0, answered = 0, failed = 0, repeated = 0, slowest = 0;

function get(visitor, path, { kept }) {
  const agent = kept ? visitor.kept : visitor.fresh;
  const began = performance.now();
  const failure = (why) => {
    failed++;
    console.error(new Date().toISOString(), path, why);
  };
  const asked = request({ host, port: 443, path, agent, timeout: 15_000, headers: { host: domain, 'user-agent': 'joonbi-load' } }, (response) => {
    response.resume();
    response.on('end', () => {
      slowest = Math.max(slowest, performance.now() - began);
      if (response.statusCode === 200 && response.complete) answered++;
      else failure(`status ${response.statusCode}, complete ${response.complete}`);
    });
    response.on('error', (error) => failure(error.code ?? error.message));
  });
  asked.on('timeout', () => asked.destroy(new Error('no answer in 15 s')));
  asked.on('error', (error) => {
    if (asked.reusedSocket && !asked.res && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) {
      repeated++;
      get(visitor, path, { kept: false });
    } else if (!asked.res) failure(`${error.code ?? ''} ${error.message}, ${kept ? 'kept' : 'new'} connection`);
  });
  asked.end();
}

const began = performance.now();
const timer = setInterval(() => {
  // At most ten minutes, whatever happens to whoever started us.
  if (performance.now() - began > 600_000) end();
  const due = ((performance.now() - began) / 1000) * perSecond;
  while (sent < due) {
    const visitor = visitors[sent % visitors.length];
    get(visitor, paths[Math.floor(sent / 8) % paths.length], { kept: sent % 8 !== 0 });
    sent++;
  }
}, 5);

function end() {
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  const wait = setInterval(() => {
    if (answered + failed < sent) return;
    clearInterval(wait);
    console.log(JSON.stringify({ sent, answered, failed, repeated, seconds: Math.round(seconds), perSecond: Math.round(sent / seconds), slowestMs: Math.round(slowest) }));
    process.exit(0);
  }, 50);
}
process.once('SIGINT', end);
