import { expect, test } from 'vitest';
import { fieldValue } from './labels.ts';

test.each([
  ['payment', 'status', 'PAID', '결제 완료'],
  ['consultation', 'status', 'REJECTED', '진행 불가'],
  ['consultation', 'status', 'OF_TOMORROW', 'OF_TOMORROW'],
  ['customer', 'role', 'ADMIN', '관리자'],
  ['price', 'price', '150000', '150,000원'],
  ['campaign', 'active', 'false', '아니요'],
  ['campaign', 'startsAt', '2026-03-01T00:00:00+00:00', '2026년 3월 1일 오전 9:00'],
  ['screening-rule', 'terms', 'PAID', 'PAID'],
])('in the audit log of a %s the %s %s is read as %s', (subject, field, value, text) => expect(fieldValue(subject, field, value)).toBe(text));
