import { bakedDifference } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import { changeBySeeds, type GuessDefinition } from './guess.ts';

/** One step and ten, white box and black, at a change of a tenth of the range. */
const attacks = ['white fgsm', 'white i-fgsm', 'black fgsm', 'black i-fgsm'].map((attack) => `${attack} 10.last`);
const lower = attacks.filter((attack) => {
  const change = bakedDifference('error-under-attack', `mixup.${attack}`, `erm.${attack}`);
  return changeBySeeds(change) === 'less';
}).length;
const counts = ['none', 'one', 'two', 'three', 'four'];
const error = (of: string): string => writtenResult({ experiment: 'error-under-attack', of, scale: 100, unit: '%' });

const inPaper = (method: string): string =>
  writtenPaperNumber({ table: 'table-3', of: `white-box.top-1.${method}.i-fgsm` });

/** What the article on adversarial examples asks. */
export default [
  {
    id: 'four-attacks',
    question:
      'One step or ten, white box or black: in how many of these four situations does mixup have the lower error on digits?',
    figure: 'error-under-attack',
    asks: {
      kind: 'choice',
      options: counts.map((name, count) => ({ value: String(count), name })),
      came: String(lower),
    },
    ours: `On digits, over 16 seeds and at ε = 10 %, mixup’s is lower in ${counts[lower] ?? ''}. After ten steps in the white box ERM errs on ${error('erm.white i-fgsm 10.last')} and mixup on ${error('mixup.white i-fgsm 10.last')}.`,
    paper: `In the paper it is lower by far in three; after ten steps in the white box it is ${inPaper('mixup')} against ${inPaper('erm')} (top-1).`,
  },
] satisfies readonly GuessDefinition[];
