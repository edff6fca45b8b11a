import { expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visitor, withBrowser } from './support/browser.ts';
import { direct, logIn, mailedLink, registered, stranger } from './support/people.ts';

withBrowser();

test('a stranger registers, proves the address, logs out in all tabs and in again', async () => {
  const { page, context } = await visitor();
  const person = stranger();
  await page.goto('/register');
  await expectAccessible(page);
  await page.getByLabel('이메일').fill(person.email);
  await page.getByLabel('비밀번호').fill(person.password);
  await page.getByLabel('이름').fill(person.name);
  await page.getByLabel('이용약관').check();
  await page.getByLabel('개인정보 처리방침').check();
  await page.getByRole('button', { name: '가입하기' }).click();
  await page.getByText('이메일 주소를 확인해 주세요').waitFor();
  await page.goto(await mailedLink(person.email, /https?:\S+\/verify-email\?token=[^\s"<>]+/));
  await expectAccessible(page);
  await page.getByRole('button', { name: '확인하기' }).click();
  await page.getByRole('heading', { name: '주소를 확인했습니다' }).waitFor();

  const other = await context.newPage();
  await other.goto('/consultations');
  await other.getByRole('heading', { name: '내 상담' }).waitFor();
  await page.getByRole('link', { name: '내 상담 보기' }).click();
  await page.getByRole('button', { name: '로그아웃' }).click();
  await page.getByRole('heading', { name: '로그인' }).waitFor();
  await other.getByRole('heading', { name: '로그인' }).waitFor();
  await logIn(page, person);
  await page.getByRole('heading', { name: '내 상담' }).waitFor();
});

test('refusals stand beside their fields, and what was typed stays', async () => {
  const { page } = await visitor({ expected: [/status of (401|400|409)/] });
  const taken = await registered();
  await page.goto('/register');
  await page.getByRole('button', { name: '가입하기' }).click();
  await page.getByText('이메일 주소를 입력해 주세요.').waitFor();
  expect(await page.getByLabel('이메일').evaluate((field) => field === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await page.getByLabel('이메일').fill(taken.email);
  await page.getByLabel('비밀번호').fill('1234567890');
  await page.getByLabel('이름').fill('김손님');
  await page.getByLabel('이용약관').check();
  await page.getByLabel('개인정보 처리방침').check();
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect.poll(() => page.getByLabel('비밀번호').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('비밀번호').fill('bbang-jip-2026!');
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect.poll(() => page.getByLabel('이메일').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('이름').inputValue()).toBe('김손님');

  await page.goto('/login');
  await page.getByLabel('이메일').fill(taken.email);
  await page.getByLabel('비밀번호').fill('wrong-password');
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('alert').getByText('이메일 주소 또는 비밀번호가 올바르지 않습니다.').waitFor();
  await expectAccessible(page);
});

test('a forgotten password is set anew by the mailed link', async () => {
  const { page } = await visitor();
  const person = await registered();
  await page.goto('/forgot-password');
  await page.getByLabel('이메일').fill(person.email);
  await page.getByRole('button', { name: '링크 받기' }).click();
  await page.getByText('메일을 확인해 주세요').waitFor();
  await page.goto(await mailedLink(person.email, /https?:\S+\/reset-password\?token=[^\s"<>]+/));
  await page.getByLabel('새 비밀번호').fill('geu-bbang-2027!');
  await page.getByRole('button', { name: '바꾸기', exact: true }).click();
  await page.getByRole('link', { name: '새 비밀번호로 로그인' }).click();
  await logIn(page, { ...person, password: 'geu-bbang-2027!' });
});

test('the session survives a reload, and a page that needs it sends a stranger to log in and back', async () => {
  const { page } = await visitor();
  const person = await registered();
  await logIn(page, person, '/consultations?from=mail');
  expect(page.url()).toContain('/consultations?from=mail');
  await page.reload();
  await page.getByRole('heading', { name: '내 상담' }).waitFor();
  await expectNoSidewaysScroll(page);
});

test('a new address is taken when the mail to it was answered, and logs in from then on', async () => {
  const { page } = await visitor({ expected: [/status of (400|401|409|422)/] });
  const person = await registered();
  const { email } = stranger();
  await logIn(page, person, '/account');
  const form = page.getByRole('form', { name: '이메일 주소 바꾸기' });
  await form.getByLabel('새 이메일').fill(email);
  await form.getByLabel('비밀번호').fill('wrong-password');
  await form.getByRole('button', { name: '확인 메일 받기' }).click();
  await expect.poll(() => form.getByLabel('비밀번호').getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('새 이메일').inputValue()).toBe(email);
  await form.getByLabel('비밀번호').fill(person.password);
  await form.getByRole('button', { name: '확인 메일 받기' }).click();
  await page.getByText('주소로 확인 메일을 보냈습니다').waitFor();
  await expectAccessible(page);
  await page.goto(await mailedLink(email, /https?:\S+\/change-email\?token=[^\s"<>]+/));
  await expectAccessible(page);
  await page.getByRole('button', { name: '변경하기' }).click();
  await page.getByRole('heading', { name: '이메일 주소를 바꾸었습니다' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: '로그인' }).click();
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호').fill(person.password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('heading', { name: '내 상담' }).waitFor();
});

test('consent to advertising is given, told of when, and taken back', async () => {
  const { page } = await visitor();
  const person = await registered();
  await logIn(page, person, '/account');
  const wish = page.getByRole('switch', { name: '이벤트와 새 소식을 메일로 받기' });
  await wish.click();
  await page.getByText('에 동의하셨습니다').waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByText('에 동의하셨습니다').waitFor();
  await wish.click();
  await page.getByText('동의하지 않아도 상담에는 지장이 없습니다.').waitFor();
  expect((await direct.get('/api/users/me', person.token)).consents.map(({ document }: { document: string }) => document)).not.toContain('MARKETING');
});
