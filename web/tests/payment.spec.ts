import { expect, test } from 'vitest';
import { expectAccessible, service, visitor, withBrowser } from './support/browser.ts';
import { admin, direct, logIn, registered, tokenOf } from './support/people.ts';
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

test('money that came by transfer goes back to the account that its customer names', async () => {
  const { page, person } = await owing();
  await page.getByRole('button', { name: '가상계좌 발급' }).click();
  await page.getByRole('heading', { name: '결제사의 확인을 기다리고 있습니다' }).waitFor();
  const transaction = new URL(page.url()).searchParams.get('txId');
  await fetch(`${service.sandbox}/pay/${transaction}`, { method: 'POST', body: new URLSearchParams({ act: 'deposit', webhook: 'now' }) });
  await page.getByRole('heading', { name: '결제되었습니다' }).waitFor();
  const { id } = (await direct.get('/api/payments', person.token)).items[0];
  await direct.post(`/api/admin/payments/${id}/refund`, { amount: 100_000, reason: '전액 돌려드립니다.' }, await tokenOf(admin()));

  await page.goto(`/payments/${id}`);
  await page.getByRole('heading', { name: '환불받을 계좌' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '이 계좌로 환불받기' }).click();
  await page.getByText('계좌 번호를 입력해 주세요.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('은행').selectOption({ label: '카카오뱅크' });
  await page.getByLabel('계좌 번호').fill('3333-01-1234567');
  await page.getByLabel('예금주', { exact: true }).fill(person.name);
  await page.getByRole('button', { name: '이 계좌로 환불받기' }).click();
  await page.getByText('환불 계좌를 받았습니다').first().waitFor();
  await page.getByRole('heading', { name: '환불받을 계좌' }).waitFor({ state: 'detached' });
  await page.getByRole('definition').filter({ hasText: '카카오뱅크' }).getByText(/\*4567/).waitFor();
  expect(await page.content()).not.toContain('3333011234567');
  await expectAccessible(page);
});
