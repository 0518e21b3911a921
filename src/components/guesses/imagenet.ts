import { alphaSweepConditions } from '../../studies/alpha-sweep.ts';
import { baked } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const inPaper = (of: string): string => writtenPaperNumber({ table: 'table-1', of });
const changeOf = (method: string): number =>
  Number.parseFloat(inPaper(`resnet-50.200.${method}.top-1`)) -
  Number.parseFloat(inPaper(`resnet-50.90.${method}.top-1`));

/** Which of the two has at least half a point less after more than twice the time. */
const gains = ['erm', 'mixup'].filter((method) => changeOf(method) <= -0.5);

const error = (alpha: number): number => {
  const name = alphaSweepConditions.find(({ policy }) => policy.alpha === alpha)?.name ?? '';
  return 100 * baked('alpha-sweep', `${name}.testError.last`).mean;
};
const strengths = alphaSweepConditions.map(({ policy }) => policy.alpha).filter((alpha) => alpha > 0);
const erm = error(0);
const lowest = strengths.reduce((best, alpha) => (error(alpha) < error(best) ? alpha : best));
const strongest = Math.max(...strengths);
/** A curve that begins at ERM's error; what it adds is given from the weakest mixing, 0, to the strongest, 1. */
const curve = (added: (share: number) => number): number[] =>
  strengths.map((_, k) => Number((erm + added(k / (strengths.length - 1))).toFixed(2)));
const sweep = (alpha: number): string => {
  const name = alphaSweepConditions.find(({ policy }) => policy.alpha === alpha)?.name ?? '';
  return writtenResult({ experiment: 'alpha-sweep', of: `${name}.testError.last`, scale: 100, unit: '%' });
};

/** What the article on ImageNet asks. */
export default [
  {
    id: 'longer-training',
    question:
      'ResNet-50 trains for 200 epochs instead of 90. Which training gains at least half a point by the extra time?',
    figure: 'paper-imagenet',
    asks: {
      kind: 'choice',
      options: [
        { value: 'erm', name: 'only the usual one, ERM' },
        { value: 'mixup', name: 'only mixup' },
        { value: 'erm mixup', name: 'both' },
        { value: '', name: 'neither' },
      ],
      came: gains.join(' '),
    },
    paper: `In the paper ERM had ${inPaper('resnet-50.90.erm.top-1')} of the pictures wrong and has ${inPaper('resnet-50.200.erm.top-1')}; mixup goes from ${inPaper('resnet-50.90.mixup.top-1')} to ${inPaper('resnet-50.200.mixup.top-1')}.`,
  },
  {
    id: 'error-over-alpha',
    question: 'How does the test error on digits go with α? The gray line is ERM, which mixes nothing.',
    figure: 'alpha-sweep',
    drawnOn: { figure: 'alpha-sweep', over: 'plot', nth: 0 },
    asks: {
      kind: 'line',
      how: 'Draw it on the plot, or take one of these:',
      lines: [
        { name: 'the more mixing, the better', numbers: curve((share) => -0.9 * share) },
        { name: 'first better, then worse', numbers: curve((share) => 4.2 * (share - 0.25) ** 2 - 0.55) },
        { name: 'the more mixing, the worse', numbers: curve((share) => 0.9 * share) },
        { name: 'no difference', numbers: curve(() => 0) },
      ],
    },
    ours: `On digits, over 16 seeds, ERM errs on ${sweep(0)}. The least is ${sweep(lowest)}, at α = ${lowest}; at α = ${strongest} it is ${sweep(strongest)}.`,
    paper:
      'The paper says, without numbers, that on ImageNet α from 0.1 to 0.4 helps, and that a larger one underfits (Sec. 3.1).',
  },
] satisfies readonly GuessDefinition[];
