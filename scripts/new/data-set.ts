import type { Draft } from './draft.ts';
import { namesOf } from './names.ts';

/**
 * A new data set: a table with a header, numbers and a last column `label`, and the card that says what it is and whom to thank.
 *
 * @throws RangeError for what is no name
 */
export function draftDataSet(name: string): Draft {
  const { kebab } = namesOf(name);
  const table = `public/data/${kebab}.csv`;
  const card = `src/data/${kebab}/card.ts`;
  return {
    files: {
      [table]: `length,width,label
5.1,3.5,0
7.0,3.2,1
`,
      [card]: `import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: '${kebab}',
  holds: 'how many rows of what, measured how, with which labels',
  creators: 'A. Author',
  year: 2000,
  publisher: uciRepository,
  // Bare; a set without a DOI has an address in its place.
  doi: '10.24432/C5',
  license: creativeCommonsBy,
  file: '/data/${kebab}.csv',
};
`,
    },
    next: [
      `Put the numbers into ${table}: a header, numbers, and a last column "label" with whole numbers from 0.`,
      `Write ${card}; the pages /about/ and /authors/ list what it says.`,
      `Add its row to LICENSE-TEXT.md, in the form of the others there; npx vitest run --project content tests/content/data-cards.test.ts compares the two.`,
      `fetchTable('${kebab}') loads it in a figure, readTable('${kebab}') in a script, and <DataCredit of="${kebab}" /> thanks for it.`,
    ],
  };
}
