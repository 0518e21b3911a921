import { defineParameters } from '../../parameters/parameter.ts';

/** Virtual examples that one press of the button adds. */
export const drawnAtOnce = 10_000;

/** The data set has as many examples as the figure starts with, up to this. */
const mostExamples = 60;

/** Everything a reader can set in the figure "Three vicinities". */
export const vicinitiesParameters = defineParameters({
  sigma: { kind: 'number', key: 'sigma', label: 'σ', min: 0, max: 0.5, step: 0.01, scale: 'linear', default: 0.1 },
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    zero: true,
    default: 1,
  },
  examples: { kind: 'integer', key: 'n', label: 'examples', min: 2, max: mostExamples, default: 24 },
  /** 0 for all examples, otherwise the number of one, counted from 1. */
  around: { kind: 'integer', key: 'around', label: 'vicinity of', min: 0, max: mostExamples, default: 0 },
  drawn: { kind: 'integer', key: 'drawn', label: 'virtual examples', min: 0, max: 200_000, default: 2 * drawnAtOnce },
  /** Which vicinity a scene shows; where the figure is no stage's, all are shown. */
  view: {
    kind: 'choice',
    key: 'view',
    label: 'vicinity',
    choices: [
      { value: 'start', name: 'as the page has it' },
      { value: 'spike', name: 'spikes' },
      { value: 'gaussian', name: 'clouds' },
      { value: 'mixup', name: 'segments' },
      { value: 'all', name: 'all three' },
    ],
    default: 'start',
  },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9999, default: 1 },
});
