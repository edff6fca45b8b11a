import * as v from 'valibot';
import { expect, test } from 'vitest';
import { entries, instant, lines, number, optionalNumber, seoulClock, whole } from './values.ts';

test.each(['0', '1,000,000', ' 30 000 '])('"%s" is a whole number', (text) => expect(v.is(whole({ minimum: 0, maximum: 1_000_000_000 }), text)).toBe(true));
test.each(['', '-1', '1.5', '1e3', '삼만', '1000000001', '9'.repeat(20)])('"%s" is none', (text) => expect(v.is(whole({ minimum: 0, maximum: 1_000_000_000 }), text)).toBe(false));

test('commas are ornament, nothing is null', () => {
  expect([number('1,234'), optionalNumber(' '), optionalNumber('0')]).toEqual([1234, null, 0]);
});

test('one entry a line, empty ones are none', () => {
  expect(lines(' 도박 \n\n카지노\n')).toEqual(['도박', '카지노']);
  expect(v.is(entries({ minItems: 1 }), ' \n ')).toBe(false);
  expect(v.is(entries({ maxItems: 1 }), 'a\nb')).toBe(false);
  expect(v.is(entries({ items: { maxLength: 3 } }), 'abcd')).toBe(false);
});

test("an instant is typed as Seoul's clock and comes back the same", () => {
  expect(seoulClock('2026-11-25T15:30:00Z')).toBe('2026-11-26T00:30');
  expect(instant('2026-11-26T00:30')).toBe('2026-11-25T15:30:00.000Z');
  expect(seoulClock(null)).toBe('');
});
