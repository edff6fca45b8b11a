// Writes src/styles/generated/pretendard.{woff2,css}: Pretendard in one piece for what a page is mostly made of, which is every
// character that we wrote ourselves and the syllables that Korean uses most. Otherwise a page fetches some twenty pieces of the
// dynamic subset, and is laid out again after each; that subset remains for the rest.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const target = join(source, 'styles/generated');
const pretendard = join(dirname(fileURLToPath(import.meta.resolve('pretendard/package.json'))), 'dist/web/variable');

/** The dynamic subset's pieces are ordered by how often their characters are used; the last ten hold the thousand most used. */
const frequent = [...readFileSync(join(pretendard, 'pretendardvariable-dynamic-subset.css'), 'utf8').matchAll(/unicode-range: ([^;]+);/g)].slice(-10)
  .flatMap(([, ranges]) => ranges.split(/,\s*/))
  .flatMap((range) => {
    const [first, last = first] = range.slice(2).split('-').map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });

const written = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith('generated'))
  .flatMap((entry) => [...readFileSync(join(entry.parentPath, entry.name), 'utf8')].map((character) => character.codePointAt(0)));

const characters = [...new Set([...frequent, ...written])].filter((code) => code >= 0x20).sort((a, b) => a - b);
// The weights that the styles use: the lighter and the heavier ones are a quarter of the file.
const font = await subsetFont(readFileSync(join(pretendard, 'woff2/PretendardVariable.woff2')), String.fromCodePoint(...characters), {
  targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 800 } },
});

mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'pretendard.woff2'), font);
// The weights are said as the dynamic subset says them, so that the two are one family of which the later face is asked first.
writeFileSync(join(target, 'pretendard.css'), `@font-face {
  font-family: 'Pretendard Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 45 920;
  src: url('./pretendard.woff2') format('woff2-variations');
  unicode-range: ${characters.map((code) => `U+${code.toString(16)}`).join(', ')};
}
`);
