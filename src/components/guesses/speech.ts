import { bakedRerun } from '../../islands/kit/baked/baked-rerun.ts';
import { capacitySweepSetup } from '../../islands/capacity-sweep/setup.ts';
import { widthResults } from '../../islands/capacity-sweep/finding.ts';
import { bakedDifference } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import { changeBySeeds, lessOrMore, type GuessDefinition } from './guess.ts';
import { numberInWords } from '../../islands/kit/guess/guess-words.ts';

const inPaper = (of: string): string => writtenPaperNumber({ table: 'figure-4', of });

const largest = widthResults(bakedRerun(capacitySweepSetup), 0.2).at(-1);
if (!largest?.change) throw new Error('The sweep over widths: expected the change at its largest width, got none.');
const { width, change } = largest;
const inPercent = { decimals: 0, unit: '%', signed: true } as const;

const voices = ['anew erm-128.testError.last', 'anew weak-mixup-128.testError.last'] as const;
const [erm, mixup] = voices.map((of) => writtenResult({ experiment: 'new-speakers', of, scale: 100, unit: '%' })) as [
  string,
  string,
];

/** What the article on speech asks. */
export default [
  {
    id: 'spoken-commands',
    question: `VGG-11, the larger network, gets ${inPaper('vgg-11.erm.test')} of the test recordings wrong with ERM. How many with mixup at α = 0.2?`,
    figure: 'paper-speech',
    asks: {
      kind: 'number',
      from: 0,
      to: 10,
      step: 0.1,
      start: 5,
      decimals: 1,
      unit: '%',
      ends: ['none', '10 %'],
      came: Number.parseFloat(inPaper('vgg-11.mixup-0.2.test')),
    },
    paper: `In the paper it is ${inPaper('vgg-11.mixup-0.2.test')}. LeNet, the small network, goes from ${inPaper('lenet.erm.test')} up to ${inPaper('lenet.mixup-0.2.test')}.`,
  },
  {
    id: 'new-speakers',
    question:
      'Networks with 128 units learn vowels from eight people and hear seven others. What does mixup at α = 0.2 bring, compared seed by seed?',
    figure: 'new-speakers',
    asks: {
      kind: 'choice',
      options: lessOrMore,
      came: changeBySeeds(bakedDifference('new-speakers', voices[1], voices[0])),
    },
    ours: `Over 16 seeds ERM errs on ${erm} and mixup on ${mixup}, compared seed by seed.`,
    paper: `In the paper VGG-11, the large network, goes from ${inPaper('vgg-11.erm.test')} to ${inPaper('vgg-11.mixup-0.2.test')} of the test recordings.`,
  },
  {
    id: 'large-network',
    question: `A network with ${width} units in each hidden layer learns digits. By how much does mixup at α = 0.2 change its errors?`,
    figure: 'capacity-sweep',
    drawnOn: { figure: 'capacity-sweep', over: 'plot', nth: 1 },
    asks: {
      kind: 'number',
      from: -40,
      to: 40,
      step: 1,
      start: 0,
      ...inPercent,
      ends: ['40 % fewer', '40 % more'],
      came: change.mean,
    },
    ours: `On digits, over ${change.values.length} seeds, it is ${numberInWords(change.mean, { signed: '' })}\u00A0±\u00A0${(change.halfWidth ?? NaN).toFixed(0)}\u00A0% of the errors with ERM.`,
    paper: `In the paper VGG-11, the large network, goes from ${inPaper('vgg-11.erm.test')} to ${inPaper('vgg-11.mixup-0.2.test')} of the test recordings.`,
  },
] satisfies readonly GuessDefinition[];
