import { expectFinite, expectInteger, expectLength, expectNumber, expectWithin } from '../expect.ts';

/**
 * Gives each point's gradient of its own loss for its inputs, `[count, width]`, as an engine's input gradients of one member.
 * The attacked model's own gradient makes a white-box attack, another model's a black-box one.
 */
export type InputGradient = (points: Float32Array, labels: Float32Array) => Promise<Float32Array>;

/** How strong an attack is. */
interface AttackStrength {
  /** The most that any input may change, in the inputs' units, at least 0. */
  readonly epsilon: number;
  /** Number of equal steps: 1 is FGSM, more are I-FGSM (the paper takes 10). */
  readonly steps: number;
  /** Least and greatest value an input can have; results stay between. */
  readonly range: readonly [least: number, greatest: number];
}

/**
 * Moves points so that a model errs on them, each input by at most epsilon: along the sign of the loss gradient, in one step
 * (FGSM: Goodfellow, Shlens and Szegedy 2015, arXiv 1412.6572) or in several of size epsilon / steps (I-FGSM: Kurakin,
 * Goodfellow and Bengio 2017, arXiv 1607.02533). Sec. 3.5 of the paper.
 *
 * @param points `[count, width]`, within the range; left unchanged
 * @param labels soft or one-hot labels of the points, `[count, classes]`, handed to `gradient`
 * @returns the moved points, `[count, width]`
 * @throws RangeError that names the argument, or if `gradient` gives a wrong number of values or a value that is not finite
 */
export async function attack(
  points: Float32Array,
  labels: Float32Array,
  gradient: InputGradient,
  { epsilon, steps, range: [least, greatest] }: AttackStrength,
): Promise<Float32Array> {
  expectNumber('epsilon', epsilon, 0);
  expectInteger('steps', steps, 1, 1000);
  expectNumber('range[0]', least);
  expectNumber('range[1]', greatest, least);
  expectWithin('points', points, least, greatest);
  let moved = points;
  for (let step = 0; step < steps; step += 1) {
    const slopes = await gradient(moved, labels);
    expectLength('gradient(...)', slopes, points.length, 'numbers, one for each input');
    expectFinite('gradient(...)', slopes);
    moved = moved.map((value, k) => {
      const wished = value + (epsilon / steps) * Math.sign(slopes[k] as number);
      return Math.min(greatest, Math.max(least, wished));
    });
  }
  return moved;
}
