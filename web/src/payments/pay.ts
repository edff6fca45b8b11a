import { api, ask } from '@/api/client.ts';
import { origin } from '@/api/origin.ts';
import type { Schema } from '@/api/types.ts';

/** What the vendor's scripts are to us, of both generations. */
interface PortOne {
  requestPayment(request: Record<string, unknown>): Promise<{ paymentId?: string; txId?: string; code?: string; message?: string } | undefined>;
}
interface Iamport {
  init(merchant: string): void;
  request_pay(request: Record<string, unknown>, back: (answer: { success?: boolean; imp_uid?: string; merchant_uid?: string; error_code?: string; error_msg?: string }) => void): void;
}
declare global {
  interface Window { PortOne?: PortOne; IMP?: Iamport }
}

const back = '/payments/return';
const loads = new Map<string, Promise<void>>();

/** Once for each address; one that failed is fetched anew the next time. */
function load(url: string): Promise<void> {
  let loading = loads.get(url);
  if (!loading) {
    loading = new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.src = url;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => {
        script.remove();
        loads.delete(url);
        reject(new TypeError('The payment script did not load'));
      });
      document.head.append(script);
    });
    loads.set(url, loading);
  }
  return loading;
}

/**
 * Opens the vendor's window for what is owed. How it ended is told by the address /payments/return, whether the browser was
 * led away and back (a phone) or the window was in the page.
 */
export async function pay(order: Schema['PaymentOrder'], key: string): Promise<void> {
  const window_ = await ask(api.POST('/api/payments/prepare', { body: order, params: { header: { 'Idempotency-Key': key } } }));
  await load(window_.scriptUrl);
  const end = window_.sdk === 'V2' ? await askPortOne(window_) : await askIamport(window_);
  if (end) location.assign(`${back}?${new URLSearchParams(end)}`);
}

async function askPortOne(window_: Schema['PaymentWindow']) {
  const { fullName, email, phoneNumber } = window_.customer;
  const answer = await window.PortOne!.requestPayment({
    storeId: window_.storeId, channelKey: window_.channelKey, paymentId: window_.paymentId, orderName: window_.orderName,
    totalAmount: window_.amount, currency: window_.currency, payMethod: 'CARD', redirectUrl: origin + back,
    customer: { fullName, email, ...(phoneNumber && { phoneNumber }) },
  });
  return answer && known({ paymentId: window_.paymentId, txId: answer.txId, code: answer.code, message: answer.message });
}

function askIamport(window_: Schema['PaymentWindow']) {
  window.IMP!.init(window_.storeId);
  return new Promise<Record<string, string>>((resolve) => {
    window.IMP!.request_pay({
      pay_method: 'card', merchant_uid: window_.paymentId, name: window_.orderName, amount: window_.amount, m_redirect_url: origin + back,
      buyer_name: window_.customer.fullName, buyer_email: window_.customer.email, buyer_tel: window_.customer.phoneNumber ?? '',
    }, (answer) => resolve(known({ merchant_uid: window_.paymentId, imp_uid: answer.imp_uid, error_code: answer.error_code, error_msg: answer.error_msg })));
  });
}

const known = (words: Record<string, string | undefined>) => Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** What the address says that the browser came back to, in either generation's words. */
export function readReturn(search: URLSearchParams) {
  return {
    paymentId: search.get('paymentId') ?? search.get('payment_id') ?? search.get('merchant_uid'),
    transactionId: search.get('txId') ?? search.get('imp_uid'),
    problem: search.get('message') ?? search.get('error_msg') ?? (search.get('imp_success') === 'false' || search.has('code') ? '결제를 마치지 못했습니다.' : null),
  };
}
