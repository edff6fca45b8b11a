import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { chromiumArguments, chromiumPath } from '../../scripts/service.mjs';

export const service = inject('service');

/** Where the pictures go, to be looked at by people. */
export const shots = new URL('../../.shots/', import.meta.url).pathname;

let browser: Browser;

/** What is asked and not yet answered; a stream of news never is. */
const underWay = new WeakMap<BrowserContext, Set<Request>>();

/** One browser for a file of journeys; each journey gets a person with a fresh profile. */
export function withBrowser() {
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  });
  afterAll(() => browser.close());
}

export interface Visitor { page: Page; context: BrowserContext; complaints: string[] }

/** A person at a browser of their own. Whatever the console complains of fails the test, unless it was `expected`. */
export async function visitor({ expected = [] as RegExp[], ...options }: { expected?: RegExp[] } & Parameters<Browser['newContext']>[0] = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: service.web, locale: 'ko-KR', timezoneId: 'Asia/Seoul', viewport: { width: 1280, height: 900 }, ...options });
  const complaints: string[] = [];
  context.setDefaultTimeout(15_000);
  const asked = new Set<Request>();
  underWay.set(context, asked);
  context.on('request', (request) => { if (!request.url().endsWith('/events')) asked.add(request); });
  context.on('requestfinished', (request) => asked.delete(request));
  context.on('requestfailed', (request) => asked.delete(request));
  context.on('console', (message) => {
    const line = `${message.text()} (${message.location().url})`;
    if (['error', 'warning'].includes(message.type()) && !expected.some((pattern) => pattern.test(line))) complaints.push(line);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    // In CI the picture of what the person saw last is often all there is to go by.
    if (task.result?.state === 'fail') await page.screenshot({ path: `${shots}failed-${task.name.replace(/[^a-z0-9가-힣]+/gi, '-').slice(0, 80)}.png` }).catch(() => undefined);
    await context.close();
    expect(complaints, 'the console complains of nothing').toEqual([]);
  });
  return { page, context, complaints };
}

/** Nothing is asked any more: playwright's own 'networkidle' waits for streams of news too, which do not end. */
export async function quiet(page: Page) {
  const asked = underWay.get(page.context())!;
  for (let calm = 0; calm < 4; calm = asked.size === 0 ? calm + 1 : 0) await page.waitForTimeout(50);
}

/** No violation of WCAG 2.2 AA in what is seen now. */
export async function expectAccessible(page: Page) {
  // A page that has only begun has nothing to judge. (Below a dialog the heading is there, and hidden from roles.)
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // Colours in the middle of a transition are nobody's colours.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))));
  // Without what Figma shows in its own frame, which is not ours to mend; the other way opens a further page for each sum.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), page.url()).toEqual([]);
}

/** Nothing sticks out to the right. */
export async function expectNoSidewaysScroll(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), page.url()).toBe(0);
}
