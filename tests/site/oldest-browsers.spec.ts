import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/**
 * Built-in functions that are newer than Chrome 113, Firefox 115 or Safari 16.4, by the names that a minifier keeps. The type
 * check refuses the language's own in our code (`lib` in tsconfig.json); this is for all code that readers download.
 */
const tooNew = [
  /\bwithResolvers\b/,
  /\b(?:Object|Map)\.groupBy\b/,
  /\bArray\.fromAsync\b/,
  /\bPromise\.try\b/,
  /\bRegExp\.escape\b/,
  /\bMath\.(?:sumPrecise|f16round)\b/,
  /\bIterator\.(?:from|concat|prototype)\b/,
  /\b(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  /\b(?:isWellFormed|toWellFormed|getOrInsert|getOrInsertComputed|transferToFixedLength)\(/,
  /\bAtomics\.waitAsync\b/,
  /\bURL\.(?:parse|canParse)\b/,
  /\bAbortSignal\.any\b/,
  /\bSymbol\.(?:dispose|asyncDispose)\b/,
];

test('no script that readers download calls a function that the oldest browsers lack', () => {
  const scripts = globSync('dist/_astro/*.js');
  expect(scripts.length).toBeGreaterThan(20);
  const found = scripts.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return tooNew.filter((name) => name.test(code)).map((name) => `${file}: ${name.source}`);
  });
  expect(found).toEqual([]);
});
