import { tanh } from '../../core/elementary/exponential.ts';
import type { Activation } from '../../core/training/network.ts';

/** Applies a hidden layer's activation in place to the first `count` numbers. */
export function activate(activation: Activation, values: Float64Array, count: number): void {
  if (activation === 'relu') {
    for (let k = 0; k < count; k += 1) values[k] = Math.max(values[k] as number, 0);
  } else {
    for (let k = 0; k < count; k += 1) values[k] = tanh(values[k] as number);
  }
}

/**
 * Multiplies deltas in place by the slope of the activation. ReLU's slope at 0 is 0.
 *
 * @param values the layer's values after dropout, which divided the kept ones by `kept`
 * @param kept 1 - dropout
 */
export function scaleBySlope(
  activation: Activation,
  values: Float64Array,
  kept: number,
  delta: Float64Array,
  count: number,
): void {
  if (activation === 'relu') {
    for (let k = 0; k < count; k += 1) if ((values[k] as number) <= 0) delta[k] = 0;
  } else {
    for (let k = 0; k < count; k += 1) {
      const value = (values[k] as number) * kept;
      delta[k] = (delta[k] as number) * (1 - value * value);
    }
  }
}
