import { beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visitor, withBrowser } from './support/browser.ts';
import { looked, type Place } from './support/looks.ts';
import { admin, direct, logIn, registered } from './support/people.ts';
import { becomes, boss, deadMail, failed, given, handedIn, paid } from './support/studio.ts';

withBrowser();

const script = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
const hostile = [
  { name: 'script', projectName: script.slice(0, 100), description: script },
  { name: 'directions', projectName: '\u202E거꾸로 된 이름', description: 'a\u202Eb\u2067c\u200Fd \u202D끝' },
  { name: 'endless', projectName: 'W'.repeat(100), description: 'W'.repeat(5_000) },
  { name: 'emoji', projectName: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(3), description: '👩🏽‍🚀'.repeat(400) },
];

test.each(hostile)('$name of a customer is shown to the studio as text and breaks nothing', async ({ projectName, description }) => {
  const person = await registered();
  const { id } = await handedIn(person.token, { projectName, description });
  await direct.post(`/api/consultations/${id}/messages`, { body: description }, person.token);
  for (const width of [360, 1440]) {
    const { page } = await visitor({ viewport: { width, height: 800 } });
    const reports: string[] = [];
    await page.exposeFunction('reported', (what: string) => reports.push(what));
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => (window as never as { reported(text: string): void }).reported(`${violatedDirective} ${blockedURI}`)));
    await logIn(page, admin(), '/admin');
    for (const path of ['/admin', '/admin/consultations', `/admin/consultations/${id}`, `/admin/customers?q=${encodeURIComponent(person.email)}`]) {
      await page.goto(path);
      await page.getByText(path.startsWith('/admin/customers') ? person.email : projectName).first().waitFor();
      expect(await page.title()).not.toBe('hit');
      await expectNoSidewaysScroll(page);
      // What strangers write has the same roles and colours in both widths.
      if (width === 360) await expectAccessible(page);
    }
    expect(reports).toEqual([]);
  }
});

let places: Place[];

beforeAll(async () => {
  const token = await boss();
  const person = await registered();
  const { id: simple } = await handedIn(person.token);
  await direct.post(`/api/consultations/${simple}/messages`, { body: '혹시 사진도 찍어 주시나요?\n가게가 작아서요.' }, person.token);
  const { id: done } = await given(person.token, { projectName: '동네빵집 홈페이지' });
  const { id: rejected } = await handedIn(person.token, { kind: 'ANALYSIS', projectName: '카지노 소개', description: '온라인 카지노 사이트를 만들어 주세요.' });
  const dead = await deadMail('메일이 돌아온 상담');
  // Before every analysis fails, or it would be one of those.
  await becomes(done, 'COMPLETED');
  const [broken, payment, flagged] = [await failed('세 번 실패한 상담'), await paid('낸 상담'), await paid('다른 금액을 낸 상담', 'amount')];
  await direct.post(`/api/admin/payments/${payment}/refund`, { amount: 30_000, reason: '일부를 돌려드립니다.' }, token);
  const { id: customer } = (await direct.get(`/api/admin/consultations/${simple}`, token)).customer;
  places = [
    ['/admin', 'dashboard'], ['/admin/consultations', 'consultations'], ['/admin/consultations?q=없는것', 'consultations-empty'],
    [`/admin/consultations/${simple}`, 'consultation-simple'], [`/admin/consultations/${done}`, 'consultation-done'], [`/admin/consultations/${rejected}`, 'consultation-rejected'],
    [`/admin/consultations/${dead}`, 'consultation-dead-mail'], [`/admin/consultations/${broken}`, 'consultation-failed'], ['/admin/consultations/00000000-0000-0000-0000-000000000000', 'consultation-missing'],
    ['/admin/payments', 'payments'], [`/admin/payments/${payment}`, 'payment'], [`/admin/payments/${flagged}`, 'payment-flagged'], ['/admin/ledger', 'ledger'],
    ['/admin/customers', 'customers'], [`/admin/customers/${customer}`, 'customer'], ['/admin/events', 'events'], ['/admin/prices', 'prices'], ['/admin/screening', 'screening'],
    ['/admin/outbox', 'outbox'], ['/admin/outbox?lane=DISCORD', 'outbox-empty'], ['/admin/notifications', 'notifications'], ['/admin/audit', 'audit'],
  ].map(([path, name]) => [path!, `studio-${name}`]);
}, 180_000);

test('every page of the studio', () => looked(places, (page) => logIn(page, admin(), '/admin')), 300_000);
