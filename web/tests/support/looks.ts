import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, quiet, shots, visitor } from './browser.ts';

export interface Look { name: string; width: number; height: number; colorScheme: 'light' | 'dark' }

export const looks: Look[] = [
  { name: '390-light', width: 390, height: 844, colorScheme: 'light' },
  { name: '390-dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark' },
];

/** Opens pages in one look: nothing to complain of by axe or the console, nothing sticks out, and a picture of each. */
export async function looked({ name: look, width, height, colorScheme }: Look, paths: string | [path: string, name?: string][], { name, before }: { name?: string; before?: (page: Page) => Promise<unknown> } = {}) {
  const { page } = await visitor({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', expected: [/status of 404/] });
  await before?.(page);
  for (const [path, called] of typeof paths === 'string' ? [[paths, name] as [string, string?]] : paths) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: `${shots}${called ?? (path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home')}-${look}.png`, fullPage: true });
  }
}

/** Everything is there: the heading, the fonts, nothing still loading, pictures further down too. */
export async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status] .skeleton, .boot, .calculator .skeleton'));
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  await quiet(page);
}
