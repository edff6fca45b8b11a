import { service } from './browser.ts';
import { admin, direct, registered, tokenOf } from './people.ts';

/** States that a journey of the studio's begins with, reached past the browser. */
export const boss = () => tokenOf(admin());

interface Brief { kind?: 'ANALYSIS' | 'SIMPLE'; projectName?: string; description?: string; referenceUrls?: string[] }

export const handedIn = (token: string, brief: Brief = {}): Promise<{ id: string; status: string }> => direct.post('/api/consultations', {
  kind: 'SIMPLE', projectName: '무엇부터 해야 할까요', description: '빵집 홈페이지를 만들고 싶어요. 예약과 게시판이 필요합니다.', referenceUrls: ['https://example.com'],
  budgetMin: 3_000_000, budgetMax: 5_000_000, features: ['예약', '기본 게시판'], ...brief,
}, token);

/** An analysis that a free slot sets going. */
export const given = (token: string, brief: Brief = {}) => handedIn(token, { kind: 'ANALYSIS', ...brief });

async function patiently<T>(what: string, look: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 250))) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`never: ${what}`);
}

export const becomes = (id: string, status: string) => patiently(`${id} is ${status}`, async () => {
  const one = await direct.get(`/api/admin/consultations/${id}`, await boss());
  return one.status === status ? one : undefined;
});

/** How a vendor's stand-in behaves from now on. */
export const vendor = (target: string, mode: string) => direct.sandbox('/control', { target, mode });

/** An analysis whose every attempt failed. */
export async function failed(projectName: string): Promise<string> {
  await vendor('clawdbot', 'fail');
  try {
    const person = await registered();
    const { id } = await given(person.token, { projectName });
    await becomes(id, 'FAILED');
    return id;
  } finally {
    await vendor('clawdbot', 'ok');
  }
}

/** A fee that a customer paid in the stand-in's window: the payment. `how` is one of the window's buttons. */
export async function paid(projectName: string, how = 'success'): Promise<string> {
  const person = await registered();
  // The free slot is one for each customer.
  await given(person.token, { projectName: '첫 상담' });
  const { id } = await handedIn(person.token, { kind: 'ANALYSIS', projectName });
  const order = await direct.post('/api/payments/prepare', { purpose: 'CONSULTATION', subjectId: id }, person.token);
  const body = new URLSearchParams({ sdk: order.sdk, paymentId: order.paymentId, storeId: order.storeId, channelKey: order.channelKey ?? '', orderName: order.orderName, amount: `${order.amount}`, choice: how, webhook: 'never', back: 'no' });
  const answer = await fetch(`${service.sandbox}/pay`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
  await direct.post('/api/payments/complete', { paymentId: order.paymentId }, person.token);
  return order.id;
}

/** A mail that the vendor refused for good: the consultation whose answer it tells of. */
export async function deadMail(projectName: string): Promise<string> {
  const person = await registered();
  const { id } = await handedIn(person.token, { projectName });
  const token = await boss();
  await vendor('resend', '404');
  try {
    await direct.post(`/api/admin/consultations/${id}/answer`, { body: '참고 사이트를 하나 골라 주세요.' }, token);
    await patiently('the mail is dead', async () => (await direct.get('/api/admin/outbox', token)).items.find((one: { consultationId?: string }) => one.consultationId === id));
  } finally {
    await vendor('resend', 'ok');
  }
  return id;
}
