import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { large, medium, small } from './samples';

/** The table of settings in the project's README; a .NET test holds it against the program. */
const table = new Map(readFileSync(join(__dirname, '../../../README.md'), 'utf8').split('## Settings')[1]!.split('\n## ')[0]!.split('\n')
  .filter(line => line.startsWith('| `')).map(line => line.split('|').map(cell => cell.trim())).map(cells => [cells[1]!.replaceAll('`', ''), cells[2]!]));

const names = (container: any) => ({
  plain: (container.Environment ?? []).map((variable: any) => variable.Name as string) as string[],
  secret: (container.Secrets ?? []).map((variable: any) => variable.Name as string) as string[],
});

for (const [about, synthesis] of [['small, PortOne V2', small], ['medium, PortOne V1', medium], ['large, no payments', large]] as const) {
  test(`the API is told nothing that it does not know, and everything that it needs (${about})`, () => {
    const { plain, secret } = names(synthesis.container('api', 'api'));
    const told = [...plain, ...secret];
    assert.ok(table.size > 40);
    assert.deepEqual(told.filter(name => !table.has(name)), []);
    assert.deepEqual([...table].filter(([name, fallback]) => fallback.startsWith('required') && !told.includes(name)), []);
    assert.equal(new Set(told).size, told.length);
  });

  test(`what is secret comes from Secrets Manager, and no key of AWS at all (${about})`, () => {
    const { plain, secret } = names(synthesis.container('api', 'api'));
    assert.deepEqual(plain.filter(name => /SECRET|KEY|PASSWORD|WEBHOOK|DATABASE/.test(name)), []);
    assert.deepEqual([...plain, ...secret].filter(name => /^AWS_.*KEY/.test(name)), []);
    assert.deepEqual(secret.filter(name => !/SECRET|KEY|WEBHOOK|DATABASE|PORTONE/.test(name)), []);
  });
}

test('a set of PortOne is whole, and one', () => {
  const told = [small, medium, large].map(synthesis => names(synthesis.container('api', 'api')).secret.filter(name => name.startsWith('PORTONE_')).sort());
  assert.deepEqual(told, [
    ['PORTONE_API_SECRET', 'PORTONE_CHANNEL_KEY', 'PORTONE_STORE_ID', 'PORTONE_WEBHOOK_SECRET'],
    ['PORTONE_API_KEY', 'PORTONE_API_SECRET', 'PORTONE_MERCHANT_ID'],
    [],
  ]);
});

test('the migration knows the owner, the API only its own role', () => {
  assert.deepEqual(names(small.container('migration', 'migrate')), { plain: [], secret: ['MIGRATION_DATABASE_URL'] });
  assert.ok(!names(small.container('api', 'api')).secret.includes('MIGRATION_DATABASE_URL'));
});

test('the addresses hold a reference to the password and the limit of connections', () => {
  const urls = small.resources('data', 'AWS::SecretsManager::Secret').map(secret => secret.Properties).filter(secret => /DATABASE_URL$/.test(secret.Name));
  const texts = urls.map(secret => secret.SecretString['Fn::Join'][1].map((part: any) => (typeof part === 'string' ? part : Object.keys(part)[0] === 'Ref' ? '{{secret}}' : '{{host}}')).join(''));
  assert.equal(texts.length, 2);
  for (const text of texts) {
    assert.match(text, /^postgresql:\/\/joonbi_(app|owner):\{\{resolve:secretsmanager:\{\{secret\}\}:SecretString:::\}\}@\{\{host\}\}:5432\/joonbi\?schema=public&sslmode=require/);
  }
  assert.ok(texts.some(text => text.endsWith('&connection_limit=8')));
});

test('an example value that nobody replaced is one that the program refuses', () => {
  const template = JSON.parse(small.resources('data', 'AWS::SecretsManager::Secret').map(secret => secret.Properties).find(secret => secret.Name === 'joonbi/vendors').GenerateSecretString.SecretStringTemplate);
  assert.deepEqual(Object.keys(template), ['DISCORD_WEBHOOK_URL', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET', 'PORTONE_STORE_ID', 'PORTONE_CHANNEL_KEY', 'PORTONE_API_SECRET', 'PORTONE_WEBHOOK_SECRET']);
  assert.ok(Object.values(template).every(value => /^your_/.test(value as string)));
});
