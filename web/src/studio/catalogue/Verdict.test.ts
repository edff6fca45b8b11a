import { expect, test } from 'vitest';
import type { Schema } from '@/api/types.ts';
import { marked } from './Verdict.tsx';

const hit = (start: number, end: number) => ({ start, end, rule: '도박', term: '도박', category: 'FORBIDDEN_CONTENT', ruleId: null, excuse: null, phrase: null }) satisfies Schema['TrialHit'];

test('the parts are the whole text again, with what was found apart', () => {
  const text = '온라인 도박과 카지노 사이트';
  const parts = marked(text, [hit(8, 11), hit(4, 6), hit(5, 9)]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['도박', '카지노']);
});
