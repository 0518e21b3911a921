import { expect, test } from 'vitest';
import { ermPolicy } from '../../../../../src/core/training/policy.ts';
import { connectRerun } from '../../../../../src/islands/kit/rerun/connect-rerun.svelte.ts';
import { readSummaries } from '../../../../../src/islands/kit/rerun/reading.ts';
import type { StudySetup } from '../../../../../src/islands/kit/rerun/rerun-setup.ts';
import { summarizeStudy } from '../../../../../src/studies/summarize-study.ts';
import type { TrialResult } from '../../../../../src/studies/study.ts';

const choice = (key: string, ...values: string[]) => ({
  kind: 'choice' as const,
  key,
  label: key,
  choices: values.map((value) => ({ value, name: value })),
  default: values[0] as string,
});
const parameters = {
  seeds: choice('seeds', '1', '2'),
  alpha: choice('alpha', '1', '8'),
  shown: choice('shown', 'a', 'b'),
};

/** A study that never comes: what a run has come to is put into it by hand. */
const setup: StudySetup<typeof parameters, 'error'> = {
  parameters,
  selecting: ['shown'],
  measures: ['error'],
  study: () => new Promise(() => undefined),
  results: { beside: 'plane', title: 'a study', files: [] },
};

const inAdvance = (error: number) => ({ seeds: 16, diverged: 0, summaries: [], error });
const alphaOne = inAdvance(0.1);
const alphaEight = inAdvance(0.2);

type Drawn = typeof alphaOne | NonNullable<ReturnType<typeof readSummaries<'error'>>>;
const connect = () =>
  connectRerun<typeof parameters, 'error', Drawn>('a-figure', setup, readSummaries, [
    { reading: alphaOne },
    { settings: { alpha: '8' }, reading: alphaEight },
  ]);

const trialOf = (seed: number): TrialResult<'error'> => ({
  trial: { condition: { name: 'erm', policy: ermPolicy }, seed },
  curve: [{ step: 10, measures: { error: 0.25 } }],
  fingerprint: undefined,
});

/** Gives a run the trials that a reader's device has come to. */
function comesIn(rerun: ReturnType<typeof connect>, ...seeds: number[]): void {
  rerun.run.conditions = ['erm'];
  rerun.run.complete = seeds.map(trialOf);
}

test('before a run what was computed in advance is shown, with the settings it was computed with', () => {
  const rerun = connect();
  expect(rerun.isHere).toBe(false);
  expect(rerun.shown).toBe(alphaOne);
  expect(rerun.shownSettings).toEqual({ seeds: '1', alpha: '1', shown: 'a' });
  expect(rerun.compared).toBeUndefined();
});

test('before a run the reader’s settings choose which of several results in advance is shown, and others leave the first', () => {
  const rerun = connect();
  rerun.change({ alpha: '8', shown: 'b', seeds: '2' });
  expect(rerun.shown).toBe(alphaEight);
  expect(rerun.shownSettings).toMatchObject({ alpha: '8' });
  const other = connectRerun<typeof parameters, 'error', Drawn>('a-figure', setup, readSummaries, [
    { reading: alphaOne },
  ]);
  other.change({ alpha: '8' });
  expect(other.shown).toBe(alphaOne);
  expect(other.shownSettings).toMatchObject({ alpha: '1' });
});

test('a run of which nothing can be drawn yet leaves what was computed in advance', () => {
  const rerun = connect();
  rerun.start();
  expect(rerun.isHere).toBe(false);
  expect(rerun.shown).toBe(alphaOne);
});

test('a run is shown as soon as it can be, before what was computed in advance with its settings', () => {
  const rerun = connect();
  rerun.change({ alpha: '8', seeds: '2' });
  rerun.start();
  comesIn(rerun, 1, 2);
  expect(rerun.isHere).toBe(true);
  expect(rerun.shown).toMatchObject({
    seeds: 2,
    summaries: [{ condition: 'erm', measures: { error: { last: { mean: 0.25 } } } }],
  });
  expect(rerun.shownSettings).toMatchObject({ alpha: '8', seeds: '2' });
  expect(rerun.compared).toBe(alphaEight);
  // Settings for the next run change nothing of what is shown of this one.
  rerun.change({ alpha: '1' });
  expect(rerun.shownSettings).toMatchObject({ alpha: '8' });
  expect(rerun.compared).toBe(alphaEight);
  expect(rerun.inAdvance.reading).toBe(alphaEight);
});

test('a run of settings that nothing was computed with in advance is compared with nothing', () => {
  const rerun = connectRerun<typeof parameters, 'error', Drawn>('a-figure', setup, readSummaries, [
    { reading: alphaOne },
  ]);
  rerun.change({ alpha: '8' });
  rerun.start();
  comesIn(rerun, 1);
  expect(rerun.isHere).toBe(true);
  expect(rerun.compared).toBeUndefined();
  expect(rerun.inAdvance.reading).toBe(alphaOne);
});

test('what a study makes of its results is drawn with them', () => {
  const rerun = connectRerun<typeof parameters, 'error', Drawn>(
    'a-figure',
    {
      ...setup,
      summarize: (conditions, names, results) =>
        summarizeStudy(conditions, names, results).flatMap((one) => [
          one,
          { ...one, condition: `${one.condition} again` },
        ]),
    },
    readSummaries,
    [{ reading: alphaOne }],
  );
  rerun.start();
  comesIn(rerun, 1);
  expect(rerun.shown.summaries).toMatchObject([{ condition: 'erm' }, { condition: 'erm again' }]);
});

test('where the choices of a setting are shown apart, another brings what was computed of it in advance, and its own the run again', () => {
  const rerun = connectRerun<typeof parameters, 'error', Drawn>(
    'a-figure',
    { ...setup, apart: 'alpha' },
    readSummaries,
    [
      { settings: { alpha: '1' }, reading: alphaOne },
      { settings: { alpha: '8' }, reading: alphaEight },
    ],
  );
  rerun.start();
  comesIn(rerun, 1);
  expect(rerun.isHere).toBe(true);
  rerun.change({ alpha: '8' });
  expect(rerun.isHere).toBe(false);
  expect(rerun.shown).toBe(alphaEight);
  rerun.change({ alpha: '1' });
  expect(rerun.isHere).toBe(true);
  expect(rerun.compared).toBe(alphaOne);
});

test('of such a setting the choice is shown, also where nothing was computed in advance with the other settings', () => {
  const rerun = connectRerun<typeof parameters & { steps: ReturnType<typeof choice> }, 'error', Drawn>(
    'a-figure',
    { ...setup, parameters: { ...parameters, steps: choice('steps', '10', '20') }, apart: 'alpha' },
    readSummaries,
    [
      { settings: { alpha: '1' }, reading: alphaOne },
      { settings: { alpha: '8' }, reading: alphaEight },
    ],
  );
  rerun.change({ alpha: '8', steps: '20' });
  expect(rerun.shown).toBe(alphaEight);
});
