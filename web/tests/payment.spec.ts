import { expect, test } from 'vitest';
import { expectAccessible, visitor, withBrowser } from './support/browser.ts';
import { direct, logIn, registered } from './support/people.ts';
import { submitted } from './support/states.ts';

withBrowser();

/** Somebody who has had the free analysis and now owes the fee, at the consultation that waits for it. */
async function owing() {
  const person = await registered();
  await submitted(person.token);
  const { id, status } = await submitted(person.token, { projectName: '두 번째 가게' });
  expect(status).toBe('AWAITING_PAYMENT');
  const one = await visitor();
  await logIn(one.page, person, `/consultations/${id}`);
  await one.page.getByRole('button', { name: '결제하기' }).click();
  await one.page.getByRole('button', { name: '성공' }).waitFor();
  return { ...one, person, id };
}

test('who pays is led back, and the analysis begins', async () => {
  const { page, person, id } = await owing();
  await page.getByRole('button', { name: '성공' }).click();
  await page.getByRole('heading', { name: '결제되었습니다' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('progressbar', { name: '분석 진행률' }).or(page.getByRole('heading', { name: '기능과 가격' })).waitFor();
  expect((await direct.get('/api/payments', person.token)).items[0]).toMatchObject({ subjectId: id, status: 'PAID', amount: 100_000 });
  await page.goto('/payments');
  await page.getByRole('row', { name: /결제 완료/ }).getByRole('link').click();
  await page.getByText('결제한 때').waitFor();
  await expectAccessible(page);
});

test('a refused card is explained, and paying again succeeds', async () => {
  const { page } = await owing();
  await page.getByRole('button', { name: '실패' }).click();
  await page.getByRole('heading', { name: '결제하지 못했습니다' }).waitFor();
  await page.getByText('카드 한도를 초과했습니다.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '다시 결제하러 가기' }).click();
  await page.getByRole('button', { name: '결제하기' }).click();
  await page.getByRole('button', { name: '성공' }).click();
  await page.getByRole('heading', { name: '결제되었습니다' }).waitFor();
});

test('a closed window has cost nothing', async () => {
  const { page } = await owing();
  await page.getByRole('button', { name: '창 닫기' }).click();
  await page.getByRole('heading', { name: '결제를 마치지 않으셨습니다' }).waitFor();
  await expectAccessible(page);
});

test('an amount that was tampered with is not a payment, and the page says that the money comes back', async () => {
  const { page } = await owing();
  await page.getByRole('button', { name: '금액 변조' }).click();
  await page.getByText(/돈은 나가지 않았습니다|돌려 드립니다|돌려 드렸습니다|확인을 기다리고/).waitFor();
  await expectAccessible(page);
});

test('a virtual account waits for its transfer', async () => {
  const { page } = await owing();
  await page.getByRole('button', { name: '가상계좌 발급' }).click();
  await page.getByRole('heading', { name: '결제사의 확인을 기다리고 있습니다' }).waitFor();
  await expectAccessible(page);
});
