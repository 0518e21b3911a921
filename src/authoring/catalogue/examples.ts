import { proseSchemas, type ComponentSchema } from '../../markdown/component-schemas.ts';
import { experimentOrder } from '../../markdown/experiment-parts.ts';
import { propInWords } from './figures.ts';

/** What articles hold besides components: what it is, and as an author writes it. */
const plainExamples: readonly (readonly [title: string, says: string, text: string])[] = [
  [
    'A footnote',
    'A note of precision, at the end of the article.',
    'Most blends are new.[^new]\n\n[^new]: A blend with λ = 1 is the example itself.',
  ],
  [
    'Code with a name',
    'Keep its lines within 80 characters.',
    '```ts title="mix.ts"\nconst mixed = lambda * a + (1 - lambda) * b;\n```',
  ],
  [
    'Formulas',
    'A formula has to fit a phone: break a long one with `aligned`, or put `\\allowbreak` between its pieces.',
    'The weight $\\lambda$ lies in $[0, 1]$.\n\n$$\n\\tilde{y} = \\lambda y_i + (1 - \\lambda) y_j\n$$',
  ],
  [
    'Links',
    'Pages of the site by their whole path, with both slashes; places of the article by their anchors.',
    'See the [glossary](/glossary/), [where these are](#links), or [the paper](https://arxiv.org/abs/1710.09412).',
  ],
  [
    'A table',
    'It scrolls by itself where it is too wide.',
    '| network | hidden units |\n| ------- | -----------: |\n| small   |            8 |\n| large   |          128 |',
  ],
  [
    'A picture',
    'Beside the article. `<Figure>` gives it a number and a caption.',
    '![A cat and a dog, side by side](./cat-and-dog.png)',
  ],
  [
    'A film',
    'Beside the article, with a poster of its own size.',
    '<video\n  src="./cat-to-dog.webm"\n  poster="./cat-to-dog.png"\n  muted\n  aria-label="The picture of a cat fades into the picture of a dog, and back"\n/>',
  ],
];

/**
 * The catalogue of components as the text of an article, so that what it shows is what an article would: of each component what it
 * is, what it takes, what to write, and what comes of that.
 */
export function examplesText(): string {
  const components = Object.entries(proseSchemas).map(([name, schema]) => componentText(name, schema));
  const plain = plainExamples.map(
    ([title, says, text]) => `### ${title}\n\n${says}\n\n${codeOf(title, text)}\n\n${text}`,
  );
  return [...components, ...plain].join('\n\n');
}

function componentText(name: string, schema: ComponentSchema): string {
  const { says, place, holds, props, example } = schema;
  const where =
    place === 'block' ? 'It stands on lines of its own, with blank lines around it' : 'It stands in a sentence';
  const inside = {
    nothing: 'holds nothing',
    something: 'holds what stands between its tags',
    either: 'may hold something',
  };
  const rows = Object.entries(props).map(([prop, one]) => {
    const isNeeded = one.required ? ' (needed)' : '';
    return `- \`${prop}\`${isNeeded}, ${propInWords(one)}`;
  });
  const list = rows.length > 0 ? `\n\n${rows.join('\n')}` : '';
  return `### ${name} (${place})\n\n${says} ${where}, and ${inside[holds]}.${list}\n\n${codeOf(name, example)}\n\n${shown(name, schema)}`;
}

/** What comes of an example. */
function shown(name: string, { place, example, isLong, partOf }: ComponentSchema): string {
  if (partOf !== undefined) return `It is shown under [${partOf}](#${partOf.toLowerCase()}-block).`;
  // An article that has one part of an experiment has all.
  if (name === 'ExperimentPart')
    return experimentOrder.map(([part]) => `<ExperimentPart is="${part}" />\n\n## What is said of it`).join('\n\n');
  if (place === 'inline') return `In a sentence it reads: ${example}.`;
  return isLong === true ? `<details>\n<summary>What comes of it</summary>\n\n${example}\n\n</details>` : example;
}

/** A block of code, which may hold another. */
const codeOf = (title: string, text: string): string => `\`\`\`\`mdx title="${title}"\n${text}\n\`\`\`\``;
