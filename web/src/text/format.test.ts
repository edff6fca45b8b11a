import { expect, test } from 'vitest';
import { ago, budget, date, dateTime, fileSize, particle, span, spokenWon, today, won } from './format.ts';

test('money', () => {
  expect(won(1_234_567)).toBe('1,234,567원');
  expect(spokenWon(120_000_000)).toBe('1억 2,000만 원');
  expect(spokenWon(3_005_000)).toBe('3,005,000원');
  expect(budget(3_000_000, 5_000_000)).toBe('300만 원 ~ 500만 원');
  expect(budget(null, 5_000_000)).toBe('500만 원까지');
  expect(budget(undefined, undefined)).toBe('미정');
});

test('days are Seoul’s wherever the reader is', () => {
  expect(date('2026-11-25')).toBe('2026년 11월 25일');
  expect(date('2026-11-25T20:00:00Z')).toBe('2026년 11월 26일');
  expect(dateTime('2026-11-25T20:05:00Z')).toBe('2026년 11월 26일 오전 5:05');
  expect(today(new Date('2026-11-25T15:30:00Z'))).toBe('2026-11-26');
});

test('spans and sizes', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(ago('2026-11-25T11:57:00Z', now)).toBe('3분 전');
  expect(ago('2026-11-25T11:59:50Z', now)).toBe('방금');
  expect(ago('2026-11-01T00:00:00Z', now)).toBe('2026년 11월 1일');
  expect(span(65_000)).toBe('1분 5초');
  expect(fileSize(1_500_000)).toBe('1.4 MB');
});

test('particles follow the last sound', () => {
  expect(particle('견적서', '을', '를')).toBe('견적서를');
  expect(particle('기획안', '을', '를')).toBe('기획안을');
  expect(particle('AI 3', '이', '가')).toBe('AI 3이');
});
