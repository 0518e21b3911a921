import { expectInteger, expectNumber, expectOneOf } from '../expect.ts';
import { expectMask, type Mask } from './mask.ts';

/**
 * How one member of an ensemble makes its training examples. Every row of the paper's Tables 2 and 5 is a policy.
 * The default, {@link ermPolicy}, mixes nothing.
 */
export interface Policy {
  /** Strength of mixing: lambda ~ Beta(alpha, alpha), alpha from 0.001 to 1000; 0 means ERM (lambda = 1). */
  readonly alpha: number;
  /** One lambda for the whole mini-batch (the paper's code) or one for each example. */
  readonly lambdaPer: 'batch' | 'example';
  /** Whether the inputs (or hidden values, see `layer`) are mixed. */
  readonly mixInputs: boolean;
  /** Whether the labels are mixed; if not, the first partner's label is kept. */
  readonly mixLabels: boolean;
  /** What is mixed: 0 the inputs, l the values of hidden layer l (after its activation and dropout). */
  readonly layer: number;
  /** Partners of any class, or of the same training label. */
  readonly partnerClass: 'any' | 'same';
  /** A uniform choice of partner, or one of the k nearest other training rows (Euclidean, on the inputs). */
  readonly partnerChoice: 'random' | 'nearest';
  /** How many neighbors `nearest` chooses among, 1 to 1000. */
  readonly nearest: number;
  /** Where random partners of any class come from: all training rows (the formula) or a permutation of the mini-batch (the paper's code). */
  readonly partnerPool: 'rows' | 'batch';
  /** Label smoothing: each wrong class gets epsilon / classes, the right one the rest. From 0 to 0.99. */
  readonly labelSmoothing: number;
  /** Standard deviation of Gaussian noise added to every input during training, after input mixing. */
  readonly inputNoise: number;
  /**
   * Which partner weighs more: either, as drawn, or always the first, so that lambda becomes the larger of lambda and
   * 1 - lambda. With labels not mixed the latter keeps the label of the heavier partner. `either` if not given.
   */
  readonly heavier?: 'either' | 'first';
  /** Share of hidden units dropped during training, from 0 to 0.95; kept ones are divided by 1 - dropout. */
  readonly dropout: number;
  /** Cuts pictures instead of weighing inputs: lambda becomes the share of pixels that are the first partner's. Needs `layer` 0. */
  readonly mask?: Mask;
  /** The first step that mixes; those before it train on each example as it is. 0 if not given. */
  readonly mixesFrom?: number;
  /** The first step that mixes no more, at least 1 and `mixesFrom`. There is none if not given. */
  readonly mixesUntil?: number;
  /** Share of these steps that mix, above 0, drawn step by step; recipes mix in half of them. All if not given. */
  readonly mixesShare?: number;
}

/** A run's positions, and so its steps, are 32-bit numbers. */
const lastStep = 2 ** 32 - 1;

/** Plain empirical risk minimization: each example as it is. */
export const ermPolicy: Policy = {
  alpha: 0,
  lambdaPer: 'batch',
  mixInputs: true,
  mixLabels: true,
  layer: 0,
  partnerClass: 'any',
  partnerChoice: 'random',
  nearest: 4,
  partnerPool: 'rows',
  labelSmoothing: 0,
  inputNoise: 0,
  dropout: 0,
};

/** The paper's mixup at strength `alpha`: inputs and labels mixed, any class, random partners, one lambda a batch. */
export function mixupPolicy(alpha: number, changes: Partial<Policy> = {}): Policy {
  return { ...ermPolicy, alpha, ...changes };
}

/** The hidden layer at which a member mixes; 0 if it mixes inputs or nothing. */
export function hiddenMixingLayer({ alpha, mixInputs, layer }: Policy): number {
  return alpha === 0 || !mixInputs ? 0 : layer;
}

/** How a member cuts pictures; undefined if it weighs them or mixes nothing. */
export function maskOf({ alpha, mask }: Policy): Mask | undefined {
  return alpha > 0 ? mask : undefined;
}

/**
 * Checks a policy for a network with `hiddenLayers` hidden layers and `inputs` inputs.
 *
 * @throws RangeError that names the field, what was expected and what came
 */
export function expectPolicy(policy: Policy, hiddenLayers: number, inputs: number): Policy {
  expectNumber('policy.alpha', policy.alpha, 0, 1000);
  if (policy.alpha !== 0) expectNumber('policy.alpha (when not 0)', policy.alpha, 0.001, 1000);
  expectOneOf('policy.lambdaPer', policy.lambdaPer, ['batch', 'example']);
  expectOneOf('policy.mixInputs', policy.mixInputs, [true, false]);
  expectOneOf('policy.mixLabels', policy.mixLabels, [true, false]);
  expectInteger('policy.layer', policy.layer, 0, hiddenLayers);
  expectOneOf('policy.partnerClass', policy.partnerClass, ['any', 'same']);
  expectOneOf('policy.partnerChoice', policy.partnerChoice, ['random', 'nearest']);
  expectInteger('policy.nearest', policy.nearest, 1, 1000);
  expectOneOf('policy.partnerPool', policy.partnerPool, ['rows', 'batch']);
  expectNumber('policy.labelSmoothing', policy.labelSmoothing, 0, 0.99);
  expectNumber('policy.inputNoise', policy.inputNoise, 0, 10);
  expectOneOf('policy.heavier', policy.heavier ?? 'either', ['either', 'first']);
  expectNumber('policy.dropout', policy.dropout, 0, 0.95);
  const { mask, mixesFrom = 0, mixesUntil = lastStep, mixesShare = 1 } = policy;
  if (mask) {
    expectMask(mask, inputs);
    expectInteger('policy.layer (of one that cuts pictures)', policy.layer, 0, 0);
  }
  expectInteger('policy.mixesFrom', mixesFrom, 0, lastStep);
  expectInteger('policy.mixesUntil', mixesUntil, Math.max(1, mixesFrom), lastStep);
  expectNumber('policy.mixesShare', mixesShare, 0.001, 1);
  return policy;
}
