import { expect, test } from 'vitest';
import { readReturn } from './pay.ts';

const read = (query: string) => readReturn(new URLSearchParams(query));

test('both generations come back with the same facts', () => {
  expect(read('paymentId=a&transactionType=PAYMENT&txId=t')).toEqual({ paymentId: 'a', transactionId: 't', problem: null });
  expect(read('imp_uid=imp_1&merchant_uid=a&imp_success=true')).toEqual({ paymentId: 'a', transactionId: 'imp_1', problem: null });
});

test('a window that was closed or refused says so', () => {
  expect(read('paymentId=a&code=FAILURE_TYPE_PG&message=%EC%B7%A8%EC%86%8C').problem).toBe('취소');
  expect(read('paymentId=a&code=X').problem).toBe('결제를 마치지 못했습니다.');
  expect(read('merchant_uid=a&imp_success=false&error_msg=%ED%95%9C%EB%8F%84').problem).toBe('한도');
});
