import type { Ensemble, Member } from '../../core/training/ensemble.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { dropoutThreshold, noiseKey, unitIndex } from '../../core/random/noise.ts';
import type { Kernels } from './kernels.ts';
import type { LayerLoops } from './layer-loops.ts';
import { createUpdate, type MemberState } from './update.ts';
import type { Workspace } from './workspace.ts';

/** Addresses of what members read: the table of examples, its rows filled up with zeros to `stride` numbers, and one of normal quantiles. */
interface Tables {
  readonly inputs: number;
  readonly stride: number;
  readonly quantiles: number;
}

/** Addresses of rows i, rows j and lambda of a mini-batch, `[side]` each; what follows the mini-batch is in range, and counts nothing. */
interface Draw {
  readonly first: number;
  readonly second: number;
  readonly lambdas: number;
}

/** Cuts the pictures of a mini-batch: `x` has those of the first partners, `[width, line / 4]`, and gets the second's pixels; lambda is drawn anew. */
export type CutPictures = (step: number, x: number, line: number) => void;

/** Trains one member one step, after `step` others. The order of operations is written down in `docs/engines.md`. */
export type MemberStep = (state: MemberState, step: number) => void;

/**
 * Prepares the training step of one member under its policy.
 *
 * @param labels address of the member's labels, a byte for each row of the table
 * @param cut of a member that cuts pictures
 */
export function createMemberStep(
  kernels: Kernels,
  { network, batch }: Ensemble,
  { policy, seed, optimizer }: Member,
  labels: number,
  tables: Tables,
  draw: Draw,
  workspace: Workspace,
  cut?: CutPictures,
): MemberStep {
  const { layout, loops, side, values, deltas, factors, mixed, mixedDelta, targets, rowWeights, gradient } = workspace;
  const { sizes } = network;
  const update = createUpdate(kernels, optimizer, layout.length);
  const last = layout.layers.length;
  const columns = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const key = noiseKey(seed);
  const threshold = dropoutThreshold(policy.dropout);
  const kept = 1 / (1 - policy.dropout);
  const mixes = policy.alpha > 0 && policy.mixInputs && !cut;
  /** The hidden layer at which this member mixes; below 0 if it mixes the inputs or nothing. */
  const mixedLayer = hiddenMixingLayer(policy) || -1;
  const lambdasOfLabels = policy.alpha > 0 && policy.mixLabels ? draw.lambdas : 0;

  /** Both sides' rows run up to the mixed layer, one side's above it. */
  const rowsAt = (l: number): number => (l <= mixedLayer ? 2 * side : side);
  const width = (l: number): number => layout.widths[l] as number;
  const into = (l: number): LayerLoops => loops[l - 1] as LayerLoops;
  const at = (addresses: readonly number[], l: number): number => addresses[l] as number;
  const valuesBelow = (l: number): number => (l - 1 === mixedLayer ? mixed : at(values, l - 1));
  /** Where each side begins, in bytes, and the number of its first row for {@link unitIndex}. */
  const sides = [
    { start: 0, row: 0 },
    { start: 4 * side, row: batch },
  ];
  const sidesAt = (l: number): typeof sides => (rowsAt(l) > side ? sides : sides.slice(0, 1));
  const nextRow = unitIndex(batch, 0, 1, 0) - unitIndex(batch, 0, 0, 0);

  const prepareInputs = (step: number): void => {
    const x = at(values, 0);
    const line = 4 * rowsAt(0);
    const { inputs, stride, quantiles } = tables;
    if (mixes && mixedLayer < 0)
      kernels.gatherMixed(inputs, stride, width(0), draw.first, draw.second, draw.lambdas, x, line, batch);
    else kernels.gather(inputs, stride, width(0), draw.first, x, line, batch);
    if (mixedLayer > 0) kernels.gather(inputs, stride, width(0), draw.second, x + 4 * side, line, batch);
    cut?.(step, x, line);
    if (policy.inputNoise === 0) return;
    for (const { start, row } of sidesAt(0)) {
      const index = unitIndex(batch, 0, row, 0);
      kernels.addNoise(x + start, columns, line, side, index, nextRow, key, step, quantiles, policy.inputNoise);
    }
  };

  const finishHidden = (l: number, step: number): void => {
    const h = at(values, l);
    const line = 4 * rowsAt(l);
    kernels.activate(layout.isTanh, h, rowsAt(l) * width(l));
    if (policy.dropout === 0) return;
    for (const { start, row } of sidesAt(l)) {
      const index = unitIndex(batch, l, row, 0);
      const units = sizes[l] as number;
      const f = at(factors, l) + start;
      kernels.dropUnits(h + start, f, units, line, side, index, nextRow, key, step, threshold, kept);
    }
  };

  const runForward = (parameters: number, step: number): void => {
    for (let l = 1; l <= last; l += 1) {
      into(l).forward(parameters, valuesBelow(l), at(values, l), rowsAt(l));
      if (l < last) finishHidden(l, step);
      if (l === mixedLayer) kernels.mixSides(at(values, l), draw.lambdas, mixed, width(l), side);
    }
  };

  const runBackward = (parameters: number): void => {
    for (let l = last; l >= 1; l -= 1) {
      const rows = rowsAt(l);
      const delta = at(deltas, l);
      into(l).gradient(valuesBelow(l), delta, gradient, rows);
      if (l === 1) break;
      const isMixed = l - 1 === mixedLayer;
      const below = at(deltas, l - 1);
      into(l).backward(parameters, delta, isMixed ? mixedDelta : below, rows);
      if (isMixed) kernels.splitSides(mixedDelta, draw.lambdas, below, width(l - 1), side);
      const f = policy.dropout > 0 ? at(factors, l - 1) : 0;
      const count = rowsAt(l - 1) * width(l - 1);
      kernels.scaleBySlope(layout.isTanh, at(values, l - 1), f, 1 - policy.dropout, below, count);
    }
  };

  return (state, step) => {
    prepareInputs(step);
    runForward(state.parameters, step);
    const { first, second } = draw;
    kernels.targets(labels, first, second, lambdasOfLabels, policy.labelSmoothing, targets, classes, batch, side);
    kernels.deltaOfLogits(at(values, last), targets, rowWeights, at(deltas, last), classes, side);
    runBackward(state.parameters);
    update(state, gradient, step + 1);
  };
}
