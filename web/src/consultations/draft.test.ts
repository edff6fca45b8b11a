import { expect, test } from 'vitest';
import { completeUrl, dropDraft, emptyDraft, keyring, storeDraft, storedDraft, toRequest, wonOf } from './draft.ts';

test('ten thousands become won, and what is no number becomes nothing', () => {
  expect(wonOf('300')).toBe(3_000_000);
  expect(wonOf('1,500')).toBe(15_000_000);
  expect(wonOf('')).toBeNull();
  expect(wonOf('-3')).toBeNull();
});

test('an address without a scheme gets one, and any other is left for the API to judge', () => {
  expect(completeUrl(' naver.com ')).toBe('https://naver.com');
  expect(completeUrl('http://a.kr')).toBe('http://a.kr');
  expect(completeUrl('javascript:alert(1)')).toBe('javascript:alert(1)');
});

test('empty lines are not sent', () => {
  expect(toRequest({ ...emptyDraft, projectName: ' 빵집 ', referenceUrls: [{ url: '' }, { url: 'a.kr' }] }))
    .toMatchObject({ projectName: '빵집', referenceUrls: ['https://a.kr'], budgetMin: null, desiredDate: null });
});

test('the same content keeps its key, a changed one gets another', () => {
  const keyOf = keyring();
  const first = keyOf({ a: 1 });
  expect(keyOf({ a: 1 })).toBe(first);
  expect(keyOf({ a: 2 })).not.toBe(first);
});

test('a draft is one person’s, survives, and a damaged one is no draft', () => {
  storeDraft('a', { ...emptyDraft, projectName: '빵집' });
  expect(storedDraft('a')?.projectName).toBe('빵집');
  expect(storedDraft('b')).toBeUndefined();
  localStorage.setItem('joonbi.draft.b', '{');
  expect(storedDraft('b')).toBeUndefined();
  dropDraft('a');
  expect(storedDraft('a')).toBeUndefined();
});
