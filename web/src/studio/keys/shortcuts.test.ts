import { expect, test } from 'vitest';
import { letter } from './shortcuts.ts';

test.each([
  [{ key: 'j', code: 'KeyJ' }, 'j'],
  [{ key: 'ㅓ', code: 'KeyJ' }, 'j'],
  [{ key: 'j', code: 'KeyC' }, 'j'],
  [{ key: '?', code: 'Slash' }, '?'],
  [{ key: '/', code: 'Slash' }, '/'],
  [{ key: 'Enter', code: 'Enter' }, 'Enter'],
])('%o is the key %s', (event, name) => {
  expect(letter(event)).toBe(name);
});
