// What ./joonbi bench web prints: Lighthouse on the pages that matter, and what the landing page weighs.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { chromium } from 'playwright-core';
import { ask, chromiumArguments, chromiumPath, startService } from './service.mjs';

let slow = false;
const service = await startService();
const chrome = await launch({ chromePath: chromiumPath, chromeFlags: ['--headless=new', ...chromiumArguments] });
try {
  const session = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const page = session.contexts()[0].pages()[0] ?? (await session.contexts()[0].newPage());
  const { accessToken: customer } = await ask(service.api, 'POST', '/api/auth/login', { email: service.logins.CUSTOMER_EMAIL, password: service.logins.CUSTOMER_PASSWORD });
  const { id } = await ask(service.api, 'POST', '/api/consultations', {
    kind: 'ANALYSIS', projectName: '동네빵집', description: '빵집 홈페이지입니다. 예약과 게시판, 관리자 화면이 필요해요.', referenceUrls: ['https://example.com'], budgetMin: 3_000_000, budgetMax: 5_000_000,
  }, customer);
  await finished(customer, id);

  await figures('랜딩', '/');
  await logIn(page, service.logins.CUSTOMER_EMAIL, service.logins.CUSTOMER_PASSWORD);
  await figures('신청서', '/consultations/new?step=2');
  await figures('결과', `/consultations/${id}`);
  await logIn(page, service.logins.ADMIN_EMAIL, service.logins.ADMIN_PASSWORD);
  await figures('관리자 목록', '/admin/consultations');
  await session.close();
  await weight();
} finally {
  chrome.kill();
  await service.stop();
}

/**
 * A line for the desktop and one for the phone. Lighthouse plays a phone by slowing this machine down four times, which it
 * means for one of at least 1,000 on its own scale; on a slower one a third line slows it down by so much less.
 */
async function figures(name, path) {
  await line(name, 'desktop', path, desktopConfig);
  const { benchmarkIndex } = (await line(name, 'mobile', path)).environment;
  if (benchmarkIndex >= 1_000) return;
  if (!slow) console.log(`이 컴퓨터는 Lighthouse가 바라는 것보다 느립니다(1000 가운데 ${benchmarkIndex}). 셋째 줄은 그만큼 덜 늦춘 것입니다.`);
  slow = true;
  const cpuSlowdownMultiplier = Math.max(1, (4 * benchmarkIndex) / 1_000);
  await line(name, `mobile ${cpuSlowdownMultiplier.toFixed(1)}x`, path, undefined, { throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier } });
}

async function line(name, device, path, config, flags) {
  const { lhr } = await lighthouse(service.web + path, { port: chrome.port, output: 'json', logLevel: 'error', disableStorageReset: true, onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'], ...flags }, config);
  const scores = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100)).join('/');
  const value = (id) => lhr.audits[id].displayValue?.replaceAll('\u00a0', ' ');
  console.log(`${name.padEnd(8)} ${device.padEnd(12)} ${scores.padEnd(16)} FCP ${value('first-contentful-paint')}  LCP ${value('largest-contentful-paint')}  CLS ${value('cumulative-layout-shift')}  TBT ${value('total-blocking-time')}`);
  for (const audit of Object.values(lhr.audits)) if (process.env.WHY && audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== 'informative') console.log(`    ${audit.score} ${audit.id} ${audit.displayValue ?? ''}`);
  return lhr;
}

async function logIn(page, email, password) {
  await page.context().clearCookies();
  await page.goto(`${service.web}/login`);
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호', { exact: true }).fill(password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('button', { name: '로그아웃' }).first().waitFor();
  await page.goto('about:blank');
}

async function finished(token, id) {
  for (let attempt = 0; attempt < 240; attempt++) {
    if ((await ask(service.api, 'GET', `/api/consultations/${id}`, undefined, token)).status === 'COMPLETED') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the analysis did not finish');
}

/** The scripts of the landing page, compressed: what it loads at once, with all that they import. */
async function weight() {
  const dist = new URL('../dist/', import.meta.url);
  const html = readFileSync(new URL('index.html', dist), 'utf8');
  const open = [...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, file]) => file);
  const files = new Set();
  for (let file = open.pop(); file; file = open.pop()) {
    files.add(file);
    const text = readFileSync(new URL(file, dist), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (!files.has(`assets/${name}`)) open.push(`assets/${name}`);
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length, 0);
  console.log(`랜딩의 JS ${(bytes / 1024).toFixed(1)} kB (gzip, ${files.size}개)`);
}
