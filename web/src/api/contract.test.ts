import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sum = createHash('sha256').update(readFileSync('../docs/openapi.json')).digest('hex');

test.each(['schema.ts', 'limits.ts'])('%s was generated from the present docs/openapi.json', (file) => {
  expect(readFileSync(`src/api/generated/${file}`, 'utf8')).toContain(`sha256 ${sum}`);
});
