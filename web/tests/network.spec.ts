import { expect, test } from 'vitest';
import { expectAccessible, quiet, visitor, withBrowser } from './support/browser.ts';
import { logIn, registered } from './support/people.ts';
import { submitted } from './support/states.ts';

withBrowser();

const lost = { expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of (502|503)/] };

test('cut while sending the form: it says when it tries again, loses nothing, and makes one consultation', async () => {
  const { page, context } = await visitor(lost);
  const person = await registered();
  await logIn(page, person, '/consultations/new?step=2');
  await page.getByLabel('프로젝트 이름').fill('끊긴 신청');
  await page.getByLabel('무엇을 만들고 싶으신가요?').fill('빵집 홈페이지입니다. 예약이 필요해요.');
  await page.getByLabel('참고 사이트 1', { exact: true }).fill('example.com');
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('heading', { name: '확인', level: 2 }).waitFor();
  await quiet(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: '상담 신청하기' }).click();
  await page.getByText('인터넷 연결이 끊겼습니다.').waitFor();
  await page.getByText(/초 뒤 다시 시도/).waitFor();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole('progressbar', { name: '분석 진행률' }).or(page.getByRole('heading', { name: '기능과 가격' })).waitFor();
  await page.goto('/consultations');
  await page.getByRole('link', { name: '끊긴 신청' }).waitFor();
  expect(await page.getByRole('link', { name: '끊긴 신청' }).count()).toBe(1);
});

test('cut while uploading: the file arrives when the line is back', async () => {
  const { page, context } = await visitor(lost);
  await logIn(page, await registered(), '/consultations/new?step=4');
  await page.getByRole('heading', { name: '첨부 파일', level: 2 }).waitFor();
  await context.setOffline(true);
  await page.getByLabel('파일 고르기').setInputFiles({ name: '로고.txt', mimeType: 'text/plain', buffer: Buffer.from('로고 설명') });
  await page.getByText('연결을 기다립니다').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: '로고.txt 빼기' }).waitFor();
});

test('cut while watching: the stream is taken up again where it broke off', async () => {
  const { page, context } = await visitor(lost);
  const person = await registered();
  await logIn(page, person);
  const { id } = await submitted(person.token);
  await page.goto(`/consultations/${id}`);
  await page.getByRole('progressbar', { name: '분석 진행률' }).waitFor();
  await context.setOffline(true);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await context.setOffline(false);
  await page.getByRole('heading', { name: '기능과 가격' }).waitFor({ timeout: 60_000 });
});

test('a service that is busy is waited for, and logging in goes on by itself', async () => {
  const { page } = await visitor(lost);
  const person = await registered();
  let refused = 0;
  await page.route('**/api/auth/login', (route) => (refused++ ? route.fallback() : route.fulfill({ status: 503, headers: { 'retry-after': '2' }, contentType: 'application/problem+json', body: '{}' })));
  await page.goto('/login');
  await page.getByLabel('이메일').fill(person.email);
  await page.getByLabel('비밀번호').fill(person.password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByText('서비스가 잠시 응답하지 않습니다.').waitFor();
  await page.getByRole('heading', { name: '내 상담' }).waitFor();
});
