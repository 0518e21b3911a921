import { bakedDifference } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import { changeBySeeds, lessOrMore, type GuessDefinition } from './guess.ts';

const paths = ['iris erm.testError.last', 'iris mixup.testError.last'] as const;
const [erm, mixup] = paths.map((of) => writtenResult({ experiment: 'tabular-iris', of, scale: 100, unit: '%' })) as [
  string,
  string,
];
const inPaper = (method: string): string => writtenPaperNumber({ table: 'table-4', of: `iris.${method}` });

/** What the article on tables asks. */
export default [
  {
    id: 'iris',
    question:
      'In the paper the error on Iris is lower with mixup. Our networks train for 75 small steps. What does mixup at α = 1 bring here?',
    figure: 'tabular-data',
    asks: {
      kind: 'choice',
      options: lessOrMore,
      came: changeBySeeds(bakedDifference('tabular-iris', paths[1], paths[0])),
    },
    ours: `Over 32 splits ERM errs on ${erm} and mixup on ${mixup}, compared split by split.`,
    paper: `In the paper ERM errs on ${inPaper('erm')} and mixup on ${inPaper('mixup')}.`,
  },
] satisfies readonly GuessDefinition[];
