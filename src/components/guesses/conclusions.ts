import { bakedRerun } from '../../islands/kit/baked/baked-rerun.ts';
import { problemResults } from '../../islands/wins-and-losses/finding.ts';
import { winsAndLossesSetup } from '../../islands/wins-and-losses/setup.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const names = {
  'noisy-moons': 'moons with wrong labels',
  blobs: 'overlapping blobs',
  paper: 'two rings',
  'clean-moons': 'clean moons',
  spirals: 'spirals',
};
const results = problemResults(bakedRerun(winsAndLossesSetup));
const byChange = results.toSorted((a, b) => (a.change?.mean ?? 0) - (b.change?.mean ?? 0));
const [gained, lost] = [byChange[0], byChange.at(-1)];
if (!gained || !lost) throw new Error('The five problems: expected results, got none.');
const error = (problem: string, method: string): string =>
  writtenResult({ experiment: 'wins-and-losses', of: `${problem} ${method}.testError.last`, scale: 100, unit: '%' });

/** What the last article asks. */
export default [
  {
    id: 'most-lost',
    question: 'Five problems in the plane, two networks each. On which will mixup lose most?',
    asks: {
      kind: 'choice',
      options: results.map(({ problem }) => ({ value: problem, name: names[problem] })),
      came: lost.problem,
    },
    ours: `On ${names[lost.problem]}, from ${error(lost.problem, 'erm')} to ${error(lost.problem, 'mixup')}, over 16 seeds. It gains most on ${names[gained.problem]}, from ${error(gained.problem, 'erm')} to ${error(gained.problem, 'mixup')}.`,
  },
] satisfies readonly GuessDefinition[];
