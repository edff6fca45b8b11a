// Writes src/api/generated from docs/openapi.json: the types of every operation, and the limits of every request, so that no
// form repeats by hand what the contract says.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../../docs/openapi.json', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);
const text = readFileSync(source, 'utf8');
const sum = createHash('sha256').update(text).digest('hex');
const head = `// Generated from docs/openapi.json by scripts/generate-client.mjs. Not to be edited.\n// sha256 ${sum}\n`;

/** What a schema demands of a text, a number or a list, and nothing when it demands nothing. */
function limits(schema) {
  const names = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern'];
  const found = Object.fromEntries(names.filter((name) => schema[name] !== undefined).map((name) => [name, schema[name]]));
  const items = schema.items && limits(schema.items);
  if (items) found.items = items;
  return Object.keys(found).length ? found : undefined;
}

const document = JSON.parse(text);
const schemas = Object.entries(document.components.schemas).map(([name, schema]) => {
  const members = Object.entries(schema.properties ?? {}).map(([member, rule]) => [member, limits(rule)]).filter(([, rule]) => rule);
  return members.length ? `export const ${name} = ${JSON.stringify(Object.fromEntries(members), null, 2)} as const;` : undefined;
});

mkdirSync(target, { recursive: true });
writeFileSync(new URL('schema.ts', target), head + astToString(await openapi(document)));
writeFileSync(new URL('limits.ts', target), `${head}${schemas.filter(Boolean).join('\n')}\n`);
