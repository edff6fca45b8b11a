import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { visitor, withBrowser } from './support/browser.ts';
import { registered } from './support/people.ts';

withBrowser();

/** What has the focus, as a screen reader names it. */
const focused = (page: Page) => page.evaluate(() => {
  const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> };
  return (element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '').trim();
});

/** Tab until it has the focus; a person would not look further than so many. */
async function tabTo(page: Page, name: RegExp, most = 40) {
  for (let press = 0; press < most; press++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached; the focus is on "${await focused(page)}"`);
}

test('a consultation is sent with the keyboard alone', async () => {
  const { page } = await visitor();
  const person = await registered();
  await page.goto('/login?next=/consultations/new');
  await page.getByRole('heading', { name: '로그인' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('본문으로 건너뛰기');
  await page.keyboard.press('Enter');
  await tabTo(page, /^이메일/);
  await page.keyboard.type(person.email);
  await tabTo(page, /^비밀번호$/);
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: '상담 종류' }).waitFor();
  await tabTo(page, /^분석 상담/);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByLabel('간편 상담').isChecked()).toBe(true);
  await tabTo(page, /^다음/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '만들고 싶은 것' }).waitFor();
  await expect.poll(() => focused(page)).toBe('만들고 싶은 것');
  await tabTo(page, /^프로젝트 이름/);
  await page.keyboard.type('키보드로 쓴 상담');
  await tabTo(page, /^무엇을 만들고/);
  await page.keyboard.type('손이 불편해 키보드만 씁니다.');
  await tabTo(page, /^다음/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '기능과 예산' }).waitFor();
  await tabTo(page, /^다른 기능/);
  await page.keyboard.type('예약 달력');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '예약 달력 지우기' }).waitFor();
  await tabTo(page, /^다음/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '첨부 파일', level: 2 }).waitFor();
  await tabTo(page, /^첨부 없이 다음/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '확인', level: 2 }).waitFor();
  await tabTo(page, /^상담 신청하기/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '키보드로 쓴 상담' }).waitFor();

  await tabTo(page, /^상담 취소$/);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('상담 취소');
});
