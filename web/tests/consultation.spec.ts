import { expect, test } from 'vitest';
import { expectAccessible, service, visitor, withBrowser } from './support/browser.ts';
import { direct, logIn, registered, stranger } from './support/people.ts';
import { submitted, until } from './support/states.ts';

withBrowser();

const pdf = { name: '메뉴판.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') };

test('a stranger registers, sends a consultation with an attachment, watches it finish, reads the quotation and shares it', async () => {
  const { page, context } = await visitor();
  const person = stranger();
  await page.goto('/');
  await page.getByRole('link', { name: '상담 신청하기' }).first().click();
  await page.getByRole('heading', { name: '로그인' }).waitFor();
  await page.getByRole('link', { name: '회원 가입' }).click();
  // The form before it asks for an address too.
  await page.getByRole('heading', { name: '회원 가입' }).waitFor();
  await page.getByLabel('이메일').fill(person.email);
  await page.getByLabel('비밀번호').fill(person.password);
  await page.getByLabel('이름').fill(person.name);
  await page.getByLabel('이용약관').check();
  await page.getByLabel('개인정보 처리방침').check();
  await page.getByRole('button', { name: '가입하기' }).click();

  await page.getByRole('heading', { name: '상담 종류' }).waitFor();
  await page.getByLabel('분석 상담').check();
  await page.getByText('자리 남음').waitFor();
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByLabel('프로젝트 이름').fill('동네빵집 홈페이지');
  await page.getByLabel('무엇을 만들고 싶으신가요?').fill('빵집 홈페이지입니다. 예약과 게시판, 관리자 화면이 필요해요.');
  await page.getByLabel('참고 사이트 1', { exact: true }).fill('example.com');
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByLabel(/관리자 화면/).check();
  await page.getByLabel('최소').fill('300');
  await page.getByLabel('최대').fill('500');
  await page.getByText('500만 원').waitFor();
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByLabel('파일 고르기').setInputFiles(pdf);
  await page.getByRole('button', { name: '메뉴판.pdf 빼기' }).waitFor();
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByText('https://example.com').waitFor();
  await page.getByRole('button', { name: '상담 신청하기' }).click();

  await page.getByRole('progressbar', { name: '분석 진행률' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('heading', { name: '기능과 가격' }).waitFor({ timeout: 60_000 });
  await expectAccessible(page);

  await page.getByRole('button', { name: '견적서 읽기' }).click();
  await page.getByRole('dialog', { name: '견적서' }).getByText('필수 기능').first().waitFor({ state: 'attached' });
  await expectAccessible(page);
  // On a phone the window reaches up to the page's head, which must not lie over it.
  await page.setViewportSize({ width: 390, height: 664 });
  await page.getByRole('button', { name: '닫기' }).click({ timeout: 5_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '견적서 내려받기' }).click();
  expect((await download).suggestedFilename()).toContain('견적서');

  await page.getByRole('button', { name: '공유' }).click();
  await page.getByRole('button', { name: '링크 만들기' }).click();
  const link = await page.getByLabel(/^링크/).inputValue();
  expect(link).toContain(`${service.web}/shared/`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.web });
  await page.getByRole('button', { name: '복사' }).click();
  await page.getByRole('button', { name: '복사됨' }).waitFor();

  const friend = await visitor();
  await friend.page.goto(link);
  await friend.page.getByRole('heading', { name: '동네빵집 홈페이지' }).waitFor();
  await friend.page.getByRole('button', { name: '견적서 읽기' }).click();
  await friend.page.getByRole('dialog', { name: '견적서' }).getByText('필수 기능').first().waitFor({ state: 'attached' });
});

test('features are switched on and off, and the sum follows', async () => {
  const person = await registered();
  const { id } = await submitted(person.token, { features: ['예약', '기본 게시판', '비밀번호 찾기', '로그인/회원가입'] });
  const { analysis } = await until(person.token, id, 'COMPLETED');
  const optional = (analysis.features as { name: string; price: number; required: boolean }[]).find(({ required }) => !required)!;
  const all = (analysis.features as { price: number }[]).reduce((total, { price }) => total + price, 0);
  const { page } = await visitor();
  await logIn(page, person, `/consultations/${id}`);
  const sum = page.getByText('의 합계').locator('..');
  await expect.poll(() => sum.textContent()).toContain(`${all.toLocaleString('ko-KR')}원`);
  await page.getByLabel(optional.name).first().uncheck();
  await expect.poll(() => sum.textContent()).toContain(`${(all - optional.price).toLocaleString('ko-KR')}원`);
});

test('the form warns while one writes, and who sends it anyway is told why it ended', async () => {
  const { page } = await visitor();
  await logIn(page, await registered(), '/consultations/new');
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByLabel('프로젝트 이름').fill('카지노');
  await page.getByLabel('무엇을 만들고 싶으신가요?').fill('온라인 카지노 사이트를 만들어 주세요.');
  await page.getByText('카지노와 관련된 사이트는 제작하지 않습니다.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('참고 사이트 1', { exact: true }).fill('example.com');
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('button', { name: '상담 신청하기' }).click();
  await page.getByText('진행해 드릴 수 없는 상담입니다').waitFor();
  await page.getByText('카지노와 관련된 사이트는 제작하지 않습니다.').first().waitFor();
  await expectAccessible(page);
});

test('the draft survives a reload, and an answer beside a field is given before the next step', async () => {
  const { page } = await visitor();
  await logIn(page, await registered(), '/consultations/new?step=2');
  await page.getByLabel('프로젝트 이름').fill('쓰다 만 신청서');
  await page.getByLabel('참고 사이트 1', { exact: true }).fill('javascript:alert(1)');
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByText('설명을 입력해 주세요.').waitFor();
  await page.getByText('http:// 또는 https://로 시작하는 주소를 입력해 주세요.').waitFor();
  await expectAccessible(page);
  await page.reload();
  await expect.poll(() => page.getByLabel('프로젝트 이름').inputValue()).toBe('쓰다 만 신청서');
});

test('an analysis without a site waits for one, and goes on with it', async () => {
  const person = await registered();
  const { id } = await submitted(person.token, { referenceUrls: [] });
  const { page } = await visitor();
  await logIn(page, person, `/consultations/${id}`);
  await page.getByLabel('참고 사이트').fill('example.com');
  await page.getByRole('button', { name: '이 사이트로 시작하기' }).click();
  await page.getByRole('progressbar', { name: '분석 진행률' }).or(page.getByRole('heading', { name: '기능과 가격' })).waitFor();
});

test('a simple consultation is a conversation', async () => {
  const person = await registered();
  const { id } = await submitted(person.token, { kind: 'SIMPLE' });
  const { page } = await visitor();
  await logIn(page, person, `/consultations/${id}`);
  await page.getByLabel('메시지').fill('언제쯤 답을 받을 수 있을까요?');
  await page.getByRole('button', { name: '보내기' }).click();
  await page.getByRole('log', { name: '대화' }).getByText('언제쯤 답을 받을 수 있을까요?').waitFor();
  expect(await page.getByLabel('메시지').inputValue()).toBe('');
  await expectAccessible(page);
});

test('who cancels is told what comes back', async () => {
  const person = await registered();
  const { id } = await submitted(person.token, { kind: 'SIMPLE' });
  const { page } = await visitor();
  await logIn(page, person, `/consultations/${id}`);
  await page.getByRole('button', { name: '상담 취소' }).click();
  const dialog = page.getByRole('alertdialog', { name: '상담을 취소할까요?' });
  await dialog.getByText('내신 요금이 없어').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '상담 취소하기' }).click();
  await page.getByText('취소된 상담입니다').waitFor();
  expect((await direct.get(`/api/consultations/${id}`, person.token)).status).toBe('CANCELLED');
});
