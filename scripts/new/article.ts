import { articleFiles } from '../../src/authoring/article-files.ts';
import type { Draft } from './draft.ts';
import { slugOf } from './names.ts';

const section = `## A heading is a statement

Intuition, then the picture, then the formula, then the caveat.
`;

/** What every article has besides. */
const end = `What only a few readers ask goes into a note.[^note]

[^note]: It stands at the end, and opens where it is.

<Remember>

- What one should remember, in three to five sentences.
- The second.
- The third.

</Remember>
`;

/** What each article on an experiment says, in this order. */
const experimentParts = [
  ['question', 'What is asked, as a statement'],
  ['did', 'What the paper did'],
  ['found', 'What it found'],
  ['rerun', 'What came out here'],
  ['shows', 'What that shows, and what it does not'],
]
  .map(([part, heading]) => `<ExperimentPart is="${part}" />\n\n## ${heading}\n\nIn plain words.\n`)
  .join('\n');

/**
 * A new article, behind all others of its part; a draft, which is seen in `npm run dev` and never built.
 *
 * @param root the folder of the project
 * @param part of the blog that it stands in
 * @param today the day it is begun
 * @throws RangeError for a title that makes no address, or is too long or too short for the front matter
 */
export function draftArticle(root: string, title: string, part: string, today: Date): Draft {
  if (title.length < 3 || title.length > 80)
    throw new RangeError(`title: expected 3 to 80 characters, got ${title.length}.`);
  const slug = slugOf(title);
  const orders = articleFiles(root, today).articles.flatMap(({ fields }) =>
    fields?.part === part ? [fields.order] : [],
  );
  const file = `content/articles/${slug}.mdx`;
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, '0'));
  return {
    files: {
      [file]: `---
title: ${JSON.stringify(title)}
description: What a reader learns here, in one or two sentences of 50 to 200 characters.
summary: What the list of articles says of it, in one sentence.
part: ${part}
picture: blend-pictures
order: ${Math.floor(Math.max(0, ...orders)) + 1}
published: ${day.join('-')}
draft: true
---

Begin with what one can touch: a figure stands within the first 150 words. *mixup* <Cite id="zhang2018" /> trains on <Term id="virtual-example">virtual examples</Term>, blends of two real ones.

<BlendPictures />

${part === 'experiments' ? experimentParts : section}
${end}`,
    },
    next: [
      `Write ${file}; the page /authors/ shows what may stand in it, with examples to copy.`,
      `Its guess goes into src/components/guesses/${slug}.ts, and <Guess of="…" /> asks it; /authors/#keys-guess has such a file.`,
      'npm run dev shows it at its address, with a list of mistakes where there are any.',
      'npm run check:content names every mistake without building.',
      'Remove "draft: true" to publish it; npm test then holds it to the rules of prose.',
    ],
  };
}
