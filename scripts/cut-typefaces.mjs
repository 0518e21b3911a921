import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { characters, features, mathCharacters, weights } from '../src/build/typefaces.ts';

// Cuts the typefaces down to the characters and weights named in `src/build/typefaces.ts`. It is run by hand, after that list has
// changed, with a tool that nothing else needs: `npm install --no-save subset-font@2.9.0 && node scripts/cut-typefaces.mjs`.

const packages = fileURLToPath(new URL('../node_modules/@fontsource-variable/', import.meta.url));
const folder = fileURLToPath(new URL('../src/build/typefaces/', import.meta.url));
const formulas = fileURLToPath(new URL('../node_modules/katex/dist/fonts/', import.meta.url));
const forFormulas = fileURLToPath(new URL('../src/build/typefaces/math/', import.meta.url));

for (const [family, styles] of [
  ['source-serif-4', ['normal', 'italic']],
  ['inter', ['normal']],
]) {
  for (const style of styles) {
    for (const [script, ranges] of Object.entries(characters)) {
      const whole = readFileSync(`${packages}${family}/files/${family}-${script}-wght-${style}.woff2`);
      const cut = await subsetFont(whole, textOf(ranges), {
        targetFormat: 'woff2',
        keepFeatures: [...features],
        variationAxes: { wght: { min: weights.least, max: weights.greatest } },
      });
      writeFileSync(`${folder}${family}-${script}-${style}.woff2`, cut);
      console.log(`${family}, ${script}, ${style}: ${whole.length} bytes, now ${cut.length}`);
    }
  }
}

// Cards are drawn at build, by a reader of typefaces that knows no weights between: one file for each.
for (const [family, style, weight, scripts] of /** @type {const} */ ([
  ['source-serif-4', 'normal', 600, ['latin', 'greek']],
  ['source-serif-4', 'normal', 400, ['latin']],
  ['source-serif-4', 'italic', 600, ['latin']],
  ['inter', 'normal', 400, ['latin', 'greek']],
])) {
  for (const script of scripts) {
    const whole = readFileSync(`${packages}${family}/files/${family}-${script}-wght-${style}.woff2`);
    const settings = { targetFormat: 'woff2', variationAxes: { wght: weight } };
    writeFileSync(
      `${folder}cards/${family}-${script}-${style}-${weight}.woff2`,
      await subsetFont(whole, textOf(characters[script]), settings),
    );
  }
}

for (const file of globSync(`${forFormulas}KaTeX_*.woff2`)) {
  const name = path.basename(file);
  const whole = readFileSync(`${formulas}${name}`);
  const cut = await subsetFont(whole, textOf(mathCharacters), { targetFormat: 'woff2' });
  writeFileSync(file, cut);
  console.log(`${name}: ${whole.length} bytes, now ${cut.length}`);
}

/**
 * @param {string} ranges a CSS unicode-range
 * @returns {string} every character in it
 */
function textOf(ranges) {
  let text = '';
  for (const range of ranges.split(',')) {
    const [first, last = first] = range
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    for (let code = first; code <= last; code += 1) text += String.fromCodePoint(code);
  }
  return text;
}
