import { articleFiles } from '../../src/authoring/article-files.ts';
import { editionOf } from '../../src/authoring/edition.ts';
import { knownLanguages } from '../../src/authoring/known-languages.ts';
import { unknownKey } from '../../src/markdown/near-keys.ts';
import type { Draft } from './draft.ts';

/**
 * A new translation: the original's text, to be written over from top to bottom; a draft, which is seen in `npm run dev` and never built.
 *
 * @param root the folder of the project
 * @param language code of a language that has a file in `content/languages/`
 * @param original id of an article
 * @param today the day it is begun
 * @throws RangeError for a language or an article that is not there
 */
export function draftTranslation(root: string, title: string, language: string, original: string, today: Date): Draft {
  const known = knownLanguages(root);
  if (!known.includes(language))
    throw new RangeError(
      `--lang: ${unknownKey('language', language, known, `A language begins with content/languages/${language || 'de'}.json.`)}`,
    );
  const originals = articleFiles(root, today).articles.filter(({ translation }) => !translation);
  const found = originals.find(({ id }) => id === original);
  const ids = originals.map(({ id }) => id);
  if (!found)
    throw new RangeError(`--of: ${unknownKey('article', original, ids, 'Name the article that is translated.')}`);
  const file = `content/articles/${language}/${original}.mdx`;
  const [, body = ''] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(found.source.replaceAll('\r\n', '\n')) ?? [];
  // Pictures and films stay beside the original.
  const text = body.replace(/(\]\(|\b(?:src|poster)=")\.\//g, '$1../');
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, '0'));
  return {
    files: {
      [file]: `---
title: ${JSON.stringify(title)}
description: ${JSON.stringify(found.fields?.description ?? '')}
summary: ${JSON.stringify(found.fields?.summary ?? '')}
published: ${day.join('-')}
translates: ${editionOf(found.source)}
draft: true
---
${text}`,
    },
    next: [
      `Write ${file} in its language; CONTRIBUTING.md, "Translating an article", says what else has words.`,
      'npm run check:content names the terms, guesses and figures that still speak English; /authors/#front-matter shows how their words are written.',
      'npm run dev shows it at its address, with a list of mistakes where there are any.',
      'Remove "draft: true" to publish it; npm test then compares it with its original.',
    ],
  };
}
