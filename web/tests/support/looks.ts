import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, quiet, shots, visitor } from './browser.ts';

const widths = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } };
const schemes = ['light', 'dark'] as const;
const pictures = process.env.SHOTS === 'on';

/** A page's path, and what its pictures are called. */
export type Place = [path: string, name: string];

/**
 * Each page, opened once and looked at in each width and each theme: nothing sticks out, the console and axe complain of nothing. What
 * they say of a theme does not hang on the width, so they see two of the four looks; `SHOTS=on` takes a picture of every one.
 */
export async function looked(places: Place[], before?: (page: Page) => Promise<unknown>) {
  const { page } = await visitor({ viewport: widths[1440], reducedMotion: 'reduce', expected: [/status of 404/] });
  await before?.(page);
  for (const [path, name] of places) {
    await page.setViewportSize(widths[1440]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path);
    await settled(page);
    for (const [width, viewport] of Object.entries(widths)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of schemes) {
        const judged = (width === '390') === (colorScheme === 'light');
        if (!judged && !pictures) continue;
        await page.emulateMedia({ colorScheme });
        // What is looked at at once may still be of the other theme.
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        if (judged) await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        if (pictures) await page.screenshot({ path: `${shots}${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
  }
}

/** Everything is there: the heading, the fonts, nothing still loading, pictures further down too. */
async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status] .skeleton, .boot, .calculator .skeleton'));
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  await quiet(page);
}
