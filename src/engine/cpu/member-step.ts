import type { Ensemble, Member } from '../../core/training/ensemble.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { noiseKey } from '../../core/random/noise.ts';
import { activate, scaleBySlope } from './activation.ts';
import { denseBackward, denseForward, denseGradient } from './dense.ts';
import { gatherMixedRows, gatherRows, mixHidden, splitDelta } from './mixing.ts';
import type { PaddedLayer } from './padded-layout.ts';
import { softmax, subtractTargets, type LabelMixing, type Pairs } from './softmax.ts';
import { addInputNoise, dropUnits, multiply, type LayerUnits, type NoiseRows } from './unit-noise.ts';
import { createUpdate, type MemberState } from './update.ts';
import type { Workspace } from './workspace.ts';

/** What the plan says about one member's step. */
interface StepDraw extends Pairs {
  /** Steps before this one. */
  readonly step: number;
}

/** Trains one member one step. The order of operations is written down in `docs/engines.md`. */
export type MemberStep = (state: MemberState, draw: StepDraw) => void;

/** Prepares the training step of one member under its policy. */
export function createMemberStep(ensemble: Ensemble, member: Member, workspace: Workspace): MemberStep {
  const { network, inputs, batch } = ensemble;
  const { policy, labels } = member;
  const { layout, side, values, deltas, factors, mixed, gradient } = workspace;
  const { sizes, activation } = network;
  const last = layout.layers.length;
  const columns = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const key = noiseKey(member.seed);
  const update = createUpdate(member.optimizer);
  const units: readonly LayerUnits[] = layout.widths.map((width, layer) => ({
    layer,
    units: sizes[layer] as number,
    width,
  }));
  const firstRows: NoiseRows = { batch, start: 0, firstRow: 0 };
  const secondRows: NoiseRows = { batch, start: side, firstRow: batch };
  const layerInto = (l: number): PaddedLayer => layout.layers[l - 1] as PaddedLayer;
  const width = (l: number): number => layout.widths[l] as number;

  const labelMixing: LabelMixing = { labels, mixed: policy.mixLabels, smoothing: policy.labelSmoothing };

  /** The hidden layer at which this step mixes; 0 if it mixes the inputs or nothing. */
  let mixedLayer = 0;
  /** Both sides' rows run up to the mixed layer, one side's above it. */
  const rowsAt = (l: number): number => (mixedLayer > 0 && l <= mixedLayer ? 2 * side : side);
  const valuesBelow = (l: number): Float64Array =>
    mixedLayer > 0 && l - 1 === mixedLayer ? mixed : (values[l - 1] as Float64Array);

  const prepareInputs = (draw: StepDraw, mixes: boolean): void => {
    const x = values[0] as Float64Array;
    if (mixes && mixedLayer === 0) gatherMixedRows(inputs, columns, draw.first, draw.second, draw.lambdas, x, width(0));
    else gatherRows(inputs, columns, draw.first, x, width(0), 0);
    if (mixedLayer > 0) gatherRows(inputs, columns, draw.second, x, width(0), side);
    if (policy.inputNoise === 0) return;
    addInputNoise(x, firstRows, units[0] as LayerUnits, policy.inputNoise, key, draw.step);
    if (mixedLayer > 0) addInputNoise(x, secondRows, units[0] as LayerUnits, policy.inputNoise, key, draw.step);
  };

  const finishHidden = (l: number, draw: StepDraw): void => {
    const h = values[l] as Float64Array;
    activate(activation, h, rowsAt(l) * width(l));
    if (policy.dropout === 0) return;
    const f = factors[l] as Float64Array;
    dropUnits(h, f, firstRows, units[l] as LayerUnits, policy.dropout, key, draw.step);
    if (l <= mixedLayer) dropUnits(h, f, secondRows, units[l] as LayerUnits, policy.dropout, key, draw.step);
  };

  return (state, draw) => {
    const mixes = policy.mixInputs && !allOnes(draw.lambdas);
    mixedLayer = mixes ? hiddenMixingLayer(policy) : 0;
    prepareInputs(draw, mixes);
    for (let l = 1; l <= last; l += 1) {
      const z = values[l] as Float64Array;
      denseForward(valuesBelow(l), rowsAt(l), layerInto(l), state.parameters, z);
      if (l < last) finishHidden(l, draw);
      if (mixedLayer > 0 && l === mixedLayer) mixHidden(z, draw.lambdas, width(l), side, mixed);
    }

    const output = deltas[last] as Float64Array;
    softmax(values[last] as Float64Array, batch, classes, width(last), output);
    subtractTargets(output, draw, labelMixing, classes, width(last));

    for (let l = last; l >= 1; l -= 1) {
      const delta = deltas[l] as Float64Array;
      denseGradient(valuesBelow(l), delta, rowsAt(l), layerInto(l), gradient);
      if (l === 1) break;
      const below = deltas[l - 1] as Float64Array;
      const count = rowsAt(l - 1) * width(l - 1);
      denseBackward(delta, rowsAt(l), layerInto(l), state.parameters, below);
      if (mixedLayer > 0 && l - 1 === mixedLayer) splitDelta(below, draw.lambdas, width(l - 1), side);
      if (policy.dropout > 0) multiply(below, factors[l - 1] as Float64Array, count);
      scaleBySlope(activation, values[l - 1] as Float64Array, 1 - policy.dropout, below, count);
    }
    update(state, gradient, draw.step + 1);
  };
}

function allOnes(lambdas: Float32Array): boolean {
  for (let b = 0; b < lambdas.length; b += 1) if (lambdas[b] !== 1) return false;
  return true;
}
