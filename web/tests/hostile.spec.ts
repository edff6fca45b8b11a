import { expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, quiet, visitor, withBrowser } from './support/browser.ts';
import { direct, logIn, registered } from './support/people.ts';
import { submitted } from './support/states.ts';

withBrowser();

const script = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
const hostile = [
  { name: 'script', projectName: script.slice(0, 100), description: script },
  { name: 'directions', projectName: '\u202E거꾸로 된 이름', description: 'a\u202Eb\u2067c\u200Fd \u202D끝' },
  { name: 'endless', projectName: 'W'.repeat(100), description: 'W'.repeat(5_000) },
  { name: 'emoji', projectName: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(3), description: '👩🏽‍🚀'.repeat(400) },
];

test.each(hostile)('$name is shown as text and breaks nothing', async ({ projectName, description }) => {
  const person = await registered();
  const { id } = await submitted(person.token, { kind: 'SIMPLE', projectName, description });
  await direct.post(`/api/consultations/${id}/messages`, { body: description }, person.token);
  const { page } = await visitor({ viewport: { width: 360, height: 740 } });
  const reports: string[] = [];
  await page.exposeFunction('reported', (directive: string) => reports.push(directive));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => (window as never as { reported(text: string): void }).reported(`${violatedDirective} ${blockedURI}`)));
  await logIn(page, person, '/consultations');
  for (const path of ['/consultations', `/consultations/${id}`]) {
    await page.goto(path);
    await page.getByText(projectName).first().waitFor();
    await quiet(page);
    expect(await page.title()).not.toBe('hit');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  expect(reports).toEqual([]);
});
