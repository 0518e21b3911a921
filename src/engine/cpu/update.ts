import { biasCorrections, type Optimizer } from '../../core/training/optimizer.ts';

/** Parameters and moments of one member, padded (see padded-layout.ts). */
export interface MemberState {
  readonly parameters: Float64Array;
  /** Adam's first moment, or SGD's velocity. */
  readonly firstMoments: Float64Array;
  /** Adam's second moment; unused by SGD. */
  readonly secondMoments: Float64Array;
}

/** Moves a member along its gradient; `step` counts from 1. */
type Update = (state: MemberState, gradient: Float64Array, step: number) => void;

/** The update of an optimizer. Weight decay is added to every gradient first: `g + decay w`. */
export function createUpdate(optimizer: Optimizer): Update {
  return optimizer.kind === 'adam' ? createAdamUpdate(optimizer) : createSgdUpdate(optimizer);
}

function createAdamUpdate(optimizer: Extract<Optimizer, { kind: 'adam' }>): Update {
  const { learningRate, beta1, beta2, epsilon, weightDecay } = optimizer;
  return ({ parameters, firstMoments, secondMoments }, gradient, step) => {
    const corrections = biasCorrections(optimizer, step);
    const correction1 = corrections[0];
    const correction2 = corrections[1];
    for (let k = 0; k < parameters.length; k += 1) {
      const w = parameters[k] as number;
      const g = (gradient[k] as number) + weightDecay * w;
      const m = beta1 * (firstMoments[k] as number) + (1 - beta1) * g;
      const v = beta2 * (secondMoments[k] as number) + (1 - beta2) * (g * g);
      firstMoments[k] = m;
      secondMoments[k] = v;
      parameters[k] = w - (learningRate * (m * correction1)) / (Math.sqrt(v * correction2) + epsilon);
    }
  };
}

function createSgdUpdate({ learningRate, momentum, weightDecay }: Extract<Optimizer, { kind: 'sgd' }>): Update {
  return ({ parameters, firstMoments }, gradient) => {
    for (let k = 0; k < parameters.length; k += 1) {
      const w = parameters[k] as number;
      const v = momentum * (firstMoments[k] as number) + ((gradient[k] as number) + weightDecay * w);
      firstMoments[k] = v;
      parameters[k] = w - learningRate * v;
    }
  };
}
