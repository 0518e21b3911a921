import { fileURLToPath } from 'node:url';
import { contentChecker } from '../src/authoring/check-content.ts';
import { written } from '../src/authoring/mistake.ts';

/** Names every mistake in what authors write, without building, and ends with 1 if there is any. */
const { mistakes, notes } = await contentChecker(fileURLToPath(new URL('..', import.meta.url)), true)();
for (const sentence of notes) console.log(sentence);
for (const mistake of mistakes) console.error(written(mistake));
const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
console.log(mistakes.length > 0 ? `${count}.` : 'No mistake in articles, bibliography, glossary and results.');
process.exitCode = mistakes.length > 0 ? 1 : 0;
