import type { Arena } from '../arena.ts';
import {
  at,
  createPass,
  layerInto,
  runBackward,
  runForward,
  takeGradient,
  type PlacedNetwork,
} from './placed-network.ts';

/** Adds the gradient of the penalty on a discriminator's slope to that of its loss. */
interface SlopePenalty {
  /** Address of the points where the slope is taken, `[2, rows]`; filled before `add`. */
  readonly points: number;
  add(): void;
  dispose(): void;
}

/**
 * The penalty is `weight / 2` times the mean squared length of the slope of the logit (R1, Mescheder et al. 2018, arXiv 1801.04406).
 * Its gradient is exact. In a network of ReLU units the slope is a product of weights and of which units are on; what a weight
 * changes in it is what comes to the weight from above, `u`, times what comes from below when the slope itself is sent up
 * through the units that are on, `t`: the gradient of layer l is the sum over points of t[l - 1] u[l]. It has no part for biases.
 *
 * @param count how many points, a multiple of 16
 */
export function createSlopePenalty(arena: Arena, network: PlacedNetwork, count: number, weight: number): SlopePenalty {
  const { kernels } = arena;
  const { layout } = network;
  const last = layout.layers.length;
  const pass = createPass(arena, layout, count);
  const { rows, values, deltas } = pass;
  const sentUp = layout.widths.slice(0, last).map((width) => arena.take(4 * width * rows));
  const own = arena.take(4 * layout.length);

  return {
    points: at(values, 0),
    add() {
      runForward(arena, network, pass);
      // The second of the padded outputs stays at rest.
      arena.floats(at(deltas, last), rows).fill(1);
      runBackward(arena, network, pass);
      const slopes = arena.floats(at(deltas, 0), 2 * rows);
      arena.floats(at(sentUp, 0), 2 * rows).set(slopes.map((slope) => (weight / count) * slope));
      for (let l = 1; l < last; l += 1) {
        const { inputs, outputs, weights } = layerInto(network, l);
        const w = network.parameters + 4 * weights;
        kernels.product(w, outputs, 1, 0, at(sentUp, l - 1), at(sentUp, l), inputs, outputs, rows);
        kernels.scaleBySlope(0, at(values, l), 0, 1, at(sentUp, l), rows * outputs);
      }
      takeGradient(arena, network, pass, sentUp, own);
      const [sum, part] = [arena.floats(network.gradient, layout.length), arena.floats(own, layout.length)];
      for (const { inputs, outputs, weights } of layout.layers)
        for (let k = weights; k < weights + inputs * outputs; k += 1) (sum[k] as number) += part[k] as number;
    },
    dispose() {
      pass.dispose();
      [...sentUp, own].forEach((one) => arena.release(one));
    },
  };
}
