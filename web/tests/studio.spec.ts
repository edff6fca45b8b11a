import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, visitor, withBrowser } from './support/browser.ts';
import { admin, direct, logIn, registered } from './support/people.ts';
import { becomes, boss, deadMail, failed, handedIn, paid } from './support/studio.ts';

withBrowser();

/** The studio's person, who lets the mouse alone. */
async function atTheStudio(path = '/admin', options: Parameters<typeof visitor>[0] = {}) {
  const { page, ...rest } = await visitor(options);
  await logIn(page, admin(), path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, ...rest };
}

const press = async (page: Page, ...keys: string[]) => { for (const key of keys) await page.keyboard.press(key); };

/** Tab until that is reached, as somebody does who sees where the focus is. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'radio', name: string, within: Page | Locator = page) {
  const wanted = within.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let step = 0; step < 80; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${role} ${name}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Finds a consultation by its name with the search key, and opens it. */
async function open(page: Page, name: string) {
  await press(page, 'g', 'c');
  await page.getByRole('heading', { level: 1, name: '상담' }).waitFor();
  await press(page, '/');
  await page.keyboard.type(name);
  await page.getByText(/^1건을 찾았습니다/).waitFor();
  await press(page, 'ArrowDown');
  expect(await focused(page)).toBe(name);
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('a simple consultation is answered by keyboard alone, and its customer reads it', async () => {
  const person = await registered();
  const name = `간편 ${Date.now()}`;
  const { id } = await handedIn(person.token, { projectName: name });
  const { page } = await atTheStudio();
  await page.getByRole('link', { name }).waitFor();
  await expectAccessible(page);
  await press(page, '?');
  await page.getByRole('dialog', { name: '키보드 단축키' }).waitFor();
  await expectAccessible(page);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await open(page, name);
  await press(page, 'a');
  await page.keyboard.type('j와 g는 여기서는 글자입니다. 참고 사이트를 골라 주세요.');
  await page.reload();
  await page.getByRole('textbox', { name: '답변' }).waitFor();
  expect(await page.getByRole('textbox', { name: '답변' }).inputValue()).toContain('여기서는 글자');
  await tabTo(page, 'button', '보내기');
  await press(page, 'Enter');
  await page.getByText('답변을 보냈습니다').first().waitFor();
  await page.getByRole('status').getByText('완료', { exact: true }).waitFor();
  await expectAccessible(page);
  const thread = await direct.get(`/api/consultations/${id}/messages`, person.token);
  expect(thread.items[0]).toMatchObject({ author: 'ADMIN', body: expect.stringContaining('참고 사이트를 골라') });
});

test('a rejection is overruled', async () => {
  const name = `카지노 ${Date.now()}`;
  const { id, status } = await handedIn((await registered()).token, { kind: 'ANALYSIS', projectName: name, description: '온라인 카지노를 소개하는 사이트' });
  expect(status).toBe('REJECTED');
  const { page } = await atTheStudio();
  await open(page, name);
  await page.getByText('진행 불가 (금지된 내용)').waitFor();
  await press(page, 'o');
  await page.getByRole('alertdialog', { name: '거절을 취소할까요?' }).waitFor();
  await expectAccessible(page);
  await tabTo(page, 'button', '거절 취소', page.getByRole('alertdialog'));
  await press(page, 'Enter');
  await page.getByText('거절을 취소했습니다').first().waitFor();
  await page.getByText('심사 결과를 뒤집음').waitFor();
  expect((await direct.get(`/api/admin/consultations/${id}`, await boss())).screeningOverruled).toBe(true);
});

test('a rejection is written, read back, and said to be final', async () => {
  const name = `거절 ${Date.now()}`;
  const { id } = await handedIn((await registered()).token, { projectName: name });
  const { page } = await atTheStudio();
  await open(page, name);
  await press(page, 'r');
  await page.getByRole('dialog', { name: '상담을 거절할까요?' }).waitFor();
  await tabTo(page, 'button', '거절하기', page.getByRole('dialog'));
  await press(page, 'Enter');
  await page.getByText('사유를 입력해 주세요.').waitFor();
  await expectAccessible(page);
  await page.keyboard.type('지금은 맡을 수 없습니다.');
  await tabTo(page, 'button', '거절하기', page.getByRole('dialog'));
  await press(page, 'Enter');
  await page.getByText('상담을 거절했습니다').first().waitFor();
  expect((await becomes(id, 'REJECTED')).rejection.reason).toBe('지금은 맡을 수 없습니다.');
});

test('a failed analysis is tried again and ends well', async () => {
  const name = `실패 ${Date.now()}`;
  const id = await failed(name);
  const { page } = await atTheStudio();
  await page.getByRole('listitem').filter({ hasText: name }).getByText('분석 실패').waitFor();
  await open(page, name);
  await page.getByText('분석이 끝내 실패했습니다').waitFor();
  await expectAccessible(page);
  await press(page, 't');
  await page.getByRole('alertdialog', { name: '분석을 다시 시도할까요?' }).waitFor();
  await tabTo(page, 'button', '다시 시도', page.getByRole('alertdialog'));
  await press(page, 'Enter');
  await page.getByText('분석을 다시 시작합니다').first().waitFor();
  await becomes(id, 'COMPLETED');
  await page.getByRole('heading', { name: '문서' }).waitFor();
  await page.getByText(/^Discord로 분석을 요청했습니다/).first().waitFor();
  await page.getByText(/돌아온 메시지 번호 \d+/).first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^견적서 1판/ }).click();
  expect((await download).suggestedFilename()).toMatch(/견적서.*\.pdf$/);
  await expectAccessible(page);
});

test('a payment is refunded after the rules said how much', async () => {
  const id = await paid(`환불 ${Date.now()}`);
  const { page } = await atTheStudio(`/admin/payments/${id}`);
  await page.getByRole('button', { name: '환불하기' }).waitFor();
  await press(page, 'r');
  const dialog = page.getByRole('dialog', { name: '환불하기' });
  await dialog.getByRole('radio', { name: /단순 변심/ }).waitFor();
  await expectAccessible(page);
  await tabTo(page, 'radio', '분석 실패', dialog);
  const wanted = dialog.getByRole('radio', { name: '스튜디오의 잘못' });
  for (let step = 0; step < 12 && !(await wanted.isChecked()); step++) await press(page, 'ArrowDown');
  expect(await dialog.getByRole('textbox', { name: '돌려줄 금액' }).inputValue()).toBe('100,000');
  await tabTo(page, 'textbox', '돌려줄 금액', dialog);
  await press(page, 'Control+A');
  await page.keyboard.type('30,000');
  await dialog.getByText('70,000원').waitFor();
  await tabTo(page, 'button', '환불하기', dialog);
  await press(page, 'Enter');
  await page.getByText('환불을 시작했습니다').first().waitFor();
  await page.getByRole('status').getByText('일부 환불').waitFor();
  await page.getByText('스튜디오의 사정으로 환불합니다.').waitFor();
  await expectAccessible(page);
  expect(await direct.get(`/api/admin/payments/${id}`, await boss())).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded: 30_000, refundable: 70_000 });
});

test('a payment of another amount is flagged where the studio sees it', async () => {
  const id = await paid(`변조 ${Date.now()}`, 'amount');
  const { page } = await atTheStudio('/admin/payments?flagged=true');
  await page.getByText(/^의심 \d+건$/).first().waitFor();
  await expectAccessible(page);
  await page.goto(`/admin/payments/${id}`);
  await page.getByText('금액이 다릅니다').waitFor();
  await expectAccessible(page);
});

test('a dead letter is found and sent again', async () => {
  const name = `죽은 메일 ${Date.now()}`;
  const id = await deadMail(name);
  const { page } = await atTheStudio();
  await press(page, 'g', 'o');
  await page.getByRole('heading', { level: 1, name: '발송 실패' }).waitFor();
  await page.getByText('resend: 404').first().waitFor();
  await expectAccessible(page);
  await page.goto(`/admin/consultations/${id}`);
  await page.getByRole('heading', { name: '아직 나가지 않은 것' }).waitFor();
  await expectAccessible(page);
  await tabTo(page, 'button', '고객 메일 다시 보내기');
  await press(page, 'Enter');
  await page.getByText('다시 보내고 있습니다').first().waitFor();
  await page.getByRole('heading', { name: '아직 나가지 않은 것' }).waitFor({ state: 'detached' });
  const { resend } = await direct.sandbox('/control/log');
  expect(resend.emails.some((mail: { text: string }) => mail.text.includes(name))).toBe(true);
});

test('who is overtaken is told by what, and loses nothing', async () => {
  const token = await boss();
  const { items } = await direct.get('/api/admin/prices', token);
  const [{ id, version: _, updatedAt: __, ...draft }] = items;
  const { page } = await atTheStudio('/admin/prices', { expected: [/status of 412/] });
  await page.getByRole('button', { name: draft.name, exact: true }).click();
  await page.getByLabel('이름').fill(`${draft.name} (새 이름)`);
  await direct.put(`/api/admin/prices/${id}`, { ...draft, price: draft.price + 1_000 }, token);
  await page.getByRole('button', { name: '저장하기' }).click();
  await page.getByText('그사이 다른 곳에서 저장했습니다').waitFor();
  await page.getByText((draft.price + 1_000).toLocaleString('ko-KR')).first().waitFor();
  expect(await page.getByLabel('이름').inputValue()).toBe(`${draft.name} (새 이름)`);
  await expectAccessible(page);
  await page.getByRole('button', { name: '저장된 내용으로 바꾸기' }).click();
  expect(await page.getByLabel('가격 (원)').inputValue()).toBe((draft.price + 1_000).toLocaleString('ko-KR'));
  await page.getByLabel('가격 (원)').fill(`${draft.price}`);
  await page.getByRole('button', { name: '저장하기' }).click();
  await page.getByText('저장했습니다').first().waitFor();
  expect((await direct.get(`/api/admin/prices/${id}`, token))).toMatchObject({ name: draft.name, price: draft.price });
});

test('a rule that is not stored yet is tried on a text, then stored, then gone', async () => {
  const word = `수상한${Date.now()}`;
  const { page } = await atTheStudio('/admin/screening');
  await press(page, 'n');
  const dialog = page.getByRole('dialog', { name: '규칙 추가' });
  await dialog.getByLabel('이름').fill(word);
  await dialog.getByLabel('걸리는 말').fill(word);
  await dialog.getByLabel('고객이 읽는 사유').fill('받지 않는 일입니다.');
  await dialog.getByLabel('고객이 쓸 만한 글').fill(`저희는 ${word} 가게입니다.`);
  await dialog.getByRole('button', { name: '시험하기' }).click();
  await dialog.getByText('거절합니다').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '저장하기' }).click();
  await page.getByText('저장했습니다').first().waitFor();
  await page.getByRole('button', { name: `${word} 삭제` }).click();
  await page.getByRole('button', { name: '삭제하기' }).click();
  await page.getByText('삭제했습니다').first().waitFor();
  await page.getByRole('button', { name: word, exact: true }).waitFor({ state: 'detached' });
});

test('a customer becomes an admin and a customer again; the audit log knows', async () => {
  const person = await registered();
  const { page } = await atTheStudio(`/admin/customers?q=${encodeURIComponent(person.email)}`);
  await page.getByRole('link', { name: person.name }).click();
  await page.getByRole('button', { name: '관리자로 바꾸기' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '바꾸기', exact: true }).click();
  await page.getByText('관리자 역할로 바꾸었습니다').first().waitFor();
  await page.getByRole('button', { name: '고객으로 바꾸기' }).click();
  await page.getByRole('button', { name: '바꾸기', exact: true }).click();
  await page.getByText('고객 역할로 바꾸었습니다').first().waitFor();
  await page.goto('/admin/audit?action=customer.role');
  await page.getByRole('list', { name: '감사 기록' }).getByText('고객 → 관리자').first().waitFor();
  await expectAccessible(page);
});
