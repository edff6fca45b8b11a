import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { monthly, table, total } from '../lib/prices';
import { sizes } from '../lib/sizes';

test('the README has the figures that the prices come to', () => {
  assert.ok(readFileSync(join(__dirname, '../README.md'), 'utf8').includes(table(sizes)), table(sizes));
});

test('arm64 is the cheaper one, and a larger size costs more', () => {
  const sums = (['small', 'medium', 'large'] as const).map(name => total(monthly(name, sizes[name], 'arm64')));
  assert.ok(sums[0]! < sums[1]! && sums[1]! < sums[2]!);
  assert.ok(total(monthly('small', sizes.small, 'arm64')) < total(monthly('small', sizes.small, 'x64')));
});
