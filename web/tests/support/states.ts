import { admin, direct, registered, tokenOf, type Person } from './people.ts';

interface Brief { kind?: 'ANALYSIS' | 'SIMPLE'; projectName?: string; description?: string; referenceUrls?: string[]; budgetMin?: number; budgetMax?: number; features?: string[] }

/** A consultation as a customer hands it in. */
export const submitted = (token: string, brief: Brief = {}): Promise<{ id: string; status: string }> => direct.post('/api/consultations', {
  kind: 'ANALYSIS', projectName: '동네빵집', description: '빵집 홈페이지를 만들고 싶어요. 예약과 게시판이 필요합니다.', referenceUrls: ['https://example.com'],
  budgetMin: 3_000_000, budgetMax: 5_000_000, features: ['예약', '기본 게시판'], ...brief,
}, token);

/** Until it is so, as far as the API says. */
export async function until(token: string, id: string, status: string) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const one = await direct.get(`/api/consultations/${id}`, token);
    if (one.status === status) return one;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${id} did not become ${status}`);
}

export interface Customer extends Person { token: string; completed: string; awaitingPayment: string; rejected: string; onHold: string; simple: string; cancelled: string; shared: string }

/** A customer who has been everywhere. */
export async function experienced(): Promise<Customer> {
  const person = await registered();
  const token = person.token;
  const boss = await tokenOf(admin());
  const [completed, awaitingPayment] = [await submitted(token), await submitted(token, { projectName: '두 번째 가게' })];
  const rejected = await submitted(token, { projectName: '카지노 소개', description: '온라인 카지노 사이트를 만들어 주세요.' });
  const onHold = await submitted(token, { projectName: '꽃집', referenceUrls: [] });
  const simple = await submitted(token, { kind: 'SIMPLE', projectName: '무엇부터 해야 할까요', referenceUrls: [] });
  const cancelled = await submitted(token, { kind: 'SIMPLE', projectName: '그만둔 상담' });
  await direct.post(`/api/consultations/${cancelled.id}/cancel`, undefined, token);
  await direct.post(`/api/admin/consultations/${simple.id}/answer`, { body: '안녕하세요, 준비스튜디오입니다.\n먼저 마음에 드는 사이트를 하나 골라 보시면 좋겠습니다.' }, boss);
  await until(token, completed.id, 'COMPLETED');
  const { url } = await direct.post(`/api/consultations/${completed.id}/share`, undefined, token);
  return { ...person, completed: completed.id, awaitingPayment: awaitingPayment.id, rejected: rejected.id, onHold: onHold.id, simple: simple.id, cancelled: cancelled.id, shared: new URL(url).pathname };
}
