import { biasCorrections, type Optimizer } from '../../core/training/optimizer.ts';
import type { Kernels } from './kernels.ts';

/** Addresses of one member's parameters and moments, padded (see padded-layout.ts). */
export interface MemberState {
  readonly parameters: number;
  /** Adam's first moment, or SGD's velocity. */
  readonly firstMoments: number;
  /** Adam's second moment; unused by SGD. */
  readonly secondMoments: number;
}

/** Moves a member along its gradient; `step` counts from 1. */
type Update = (state: MemberState, gradient: number, step: number) => void;

/**
 * The update of an optimizer. Weight decay is added to every gradient first: `g + decay w`.
 *
 * @param count numbers in a padded parameter array
 */
export function createUpdate(kernels: Kernels, optimizer: Optimizer, count: number): Update {
  const { learningRate, weightDecay } = optimizer;
  if (optimizer.kind === 'sgd') {
    return ({ parameters, firstMoments }, gradient) =>
      kernels.sgd(parameters, gradient, firstMoments, count, weightDecay, learningRate, optimizer.momentum);
  }
  const { beta1, beta2, epsilon } = optimizer;
  return ({ parameters, firstMoments, secondMoments }, gradient, step) =>
    kernels.adam(
      parameters,
      gradient,
      firstMoments,
      secondMoments,
      count,
      weightDecay,
      learningRate,
      beta1,
      1 - beta1,
      beta2,
      1 - beta2,
      ...biasCorrections(optimizer, step),
      epsilon,
    );
}
