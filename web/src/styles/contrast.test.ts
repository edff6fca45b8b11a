import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name!, [light!, dark!] as const]));

/** WCAG's relative luminance. */
function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const texts = [
  ...['ink', 'ink-2', 'ink-3', 'accent-text', 'bad'].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...['accent-text', 'ink', 'ink-2', 'ink-3'].map((text) => [text, 'accent-soft']),
  ['accent-ink', 'accent'], ['accent-ink', 'accent-hover'], ['paper', 'ink'],
  ...['good', 'warn', 'bad', 'info'].flatMap((tone) => [[tone, `${tone}-soft`], ['ink', `${tone}-soft`], ['ink-2', `${tone}-soft`]]),
] as [string, string][];

test.each(texts)('%s on %s is AA in both themes', (text, ground) => {
  for (const theme of [0, 1] as const) expect(contrast(tokens.get(text)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(4.5);
});

test.each(grounds)('the edge of a control stands out from %s', (ground) => {
  for (const theme of [0, 1] as const) expect(contrast(tokens.get('line-strong')![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(3);
});
