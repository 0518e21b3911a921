import type { Ensemble } from '../../core/training/ensemble.ts';
import { memberPlanFields, mixesAt, type MemberPlan } from '../../core/training/member-plan.ts';
import { initialParameters, parameterCount } from '../../core/training/network.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { createPlan, type Plan } from '../../core/training/create-plan.ts';
import type { Snapshot } from '../engine.ts';
import { forState, stateFields } from '../state-fields.ts';
import type { StateNumbers } from '../training-ensemble.ts';
import type { Arena } from './arena.ts';
import type * as Convolutions from './convolutions.ts';
import { denseLoops } from './layer-loops.ts';
import { createMemberStep, type MemberStep } from './member-step.ts';
import { createPaddedLayout, pad, paddedRows, roundUp, unpad } from './padded-layout.ts';
import { evaluateMember, inputGradientsOfMember, predictionBlock, storePoints } from './predict.ts';
import type * as Seldom from './seldom.ts';
import type { MemberState } from './update.ts';
import { createWorkspace } from './workspace.ts';

/** An ensemble trained where it stands, without workers: float32, one member after another. */
export interface CpuTrainer {
  /** Steps trained so far. */
  readonly step: number;
  /** Bytes it holds, the ensemble's own included. */
  readonly bytes: number;
  /** Trains all members `steps` steps further. */
  train(steps: number): void;
  /** Log-probabilities `[members, count, classes]` at points `[count, inputs]`. */
  evaluate(points: Float32Array): Float32Array;
  /** Input gradients `[members, count, inputs]` of each point's own cross-entropy; labels are `[count, classes]`. */
  inputGradients(points: Float32Array, labels: Float32Array): Float32Array;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Gives its memory back. */
  dispose(): void;
}

/** Whether some member draws normal numbers or cuts pictures. */
export function needsSeldom({ members }: Ensemble): boolean {
  return members.some(({ policy }) => policy.inputNoise > 0 || policy.mask);
}

interface Trainee {
  readonly state: MemberState;
  readonly train: MemberStep;
}

/**
 * Takes memory for an ensemble that `expectEnsemble` accepts, at its initial parameters, step 0.
 *
 * @param seldom what some members need, if {@link needsSeldom} says so
 * @param convolutions of networks that have some
 */
export function createCpuTrainer(
  arena: Arena,
  ensemble: Ensemble,
  seldom?: typeof Seldom,
  convolutions?: typeof Convolutions,
): CpuTrainer {
  const plan = createPlan(ensemble);
  const { network, members, inputs, batch } = ensemble;
  const layout = createPaddedLayout(network);
  const columns = network.sizes[0] as number;
  const classes = network.sizes.at(-1) as number;
  const count = parameterCount(network);
  const taken: number[] = [];
  let bytes = inputs.byteLength;
  const take = (size: number): number => {
    const address = arena.take(size);
    taken.push(address);
    bytes += size;
    return address;
  };
  const pieces = { take, floats: arena.floats };
  const store: Store = (view, numbers) => {
    const address = take(4 * numbers.length);
    view(address, numbers.length).set(numbers);
    return address;
  };

  const loops = layout.layers.map((layer) =>
    layer.convolution && convolutions
      ? convolutions.convolutionLoops(arena, layer, layer.convolution, (numbers) => store(arena.words, numbers))
      : denseLoops(arena.kernels, layer),
  );
  const workspace = createWorkspace(
    pieces,
    layout,
    loops,
    batch,
    1 / batch,
    members.some(({ policy }) => hiddenMixingLayer(policy) > 0),
  );
  const predictions = createWorkspace(pieces, layout, loops, predictionBlock, 1, false);
  const stride = roundUp(columns, 4);
  const tables = { inputs: take(inputs.length * (stride / columns) * 4), stride, quantiles: 0 };
  const table = arena.floats(tables.inputs, (inputs.length / columns) * stride);
  for (let row = 0; row < inputs.length / columns; row += 1)
    table.set(inputs.subarray(row * columns, (row + 1) * columns), row * stride);
  if (seldom) tables.quantiles = store(arena.floats, seldom.normalQuantiles());
  const side = paddedRows(batch);
  const draw = { first: take(4 * side), second: take(4 * side), lambdas: take(4 * side) };
  const plans = storePlan(arena, store, plan);
  const places = take(4 * (batch + 8));
  const labelsAt = new Map<Uint8Array, number>();
  const storeLabels = (labels: Uint8Array): number => {
    const address = labelsAt.get(labels) ?? take(labels.length);
    labelsAt.set(labels, address);
    arena.bytes(address, labels.length).set(labels);
    return address;
  };

  const trainees = members.map((member, m): Trainee => {
    const state = forState(() => take(4 * layout.length));
    pad(layout, initialParameters(network, member.seed), arena.floats(state.parameters, layout.length));
    const labels = storeLabels(member.labels);
    return {
      state,
      train: createMemberStep(
        arena.kernels,
        ensemble,
        member,
        labels,
        tables,
        draw,
        workspace,
        seldom?.createCut(arena, ensemble, plan, m, tables, draw),
      ),
    };
  });
  let step = 0;

  const forEachMember = (width: number, compute: (state: MemberState, out: Float32Array) => void): Float32Array => {
    const result = new Float32Array(members.length * width);
    trainees.forEach(({ state }, m) => compute(state, result.subarray(m * width, (m + 1) * width)));
    return result;
  };
  /** Visits each member's part of a snapshot's arrays beside where it is stored. */
  const eachArray = (numbers: StateNumbers, visit: (own: Float64Array, stored: Float32Array) => void): void =>
    trainees.forEach(({ state }, m) =>
      stateFields.forEach((field) =>
        visit(numbers[field].subarray(m * count, (m + 1) * count), arena.floats(state[field], layout.length)),
      ),
    );
  const points = (table: Float32Array): ReturnType<typeof storePoints> =>
    storePoints(arena, table, columns, layout.widths[0] as number);

  return {
    get step() {
      return step;
    },
    get bytes() {
      return bytes;
    },
    train(steps) {
      const { table, shape } = plans;
      for (const end = step + steps; step < end; step += 1) {
        trainees.forEach(({ state, train }, m) => {
          const own = plans.members[m] as number;
          arena.kernels.drawBatch(own, table, shape, step, draw.first, draw.second, draw.lambdas, places);
          if (!mixesAt(plan.members[m] as MemberPlan, step)) arena.floats(draw.lambdas, batch).fill(1);
          train(state, step);
        });
      }
    },
    evaluate(table) {
      const stored = points(table);
      const result = forEachMember(stored.count * classes, ({ parameters }, out) =>
        evaluateMember(arena, predictions, parameters, stored, out),
      );
      arena.release(stored.address);
      return result;
    },
    inputGradients(table, labels) {
      const stored = points(table);
      const targets = storePoints(arena, labels, classes, layout.widths.at(-1) as number);
      const result = forEachMember(table.length, ({ parameters }, out) =>
        inputGradientsOfMember(arena, predictions, parameters, stored, targets, out),
      );
      arena.release(stored.address);
      arena.release(targets.address);
      return result;
    },
    snapshot() {
      const numbers = forState(() => new Float64Array(trainees.length * count));
      eachArray(numbers, (own, stored) => unpad(layout, stored, own));
      return { step, ...numbers };
    },
    restore(snapshot) {
      eachArray(snapshot, (own, stored) => pad(layout, own, stored));
      step = snapshot.step;
    },
    dispose() {
      for (const address of taken.splice(0)) arena.release(address);
    },
  };
}

/** Takes memory for numbers of four bytes and puts them there; returns their address. */
type Store = (
  view: (address: number, count: number) => Float32Array | Uint32Array,
  numbers: ArrayLike<number>,
) => number;

/** Addresses of what the loops draw from: the plan of each member, its table, and the mini-batch as a set. */
function storePlan({ floats, words }: Arena, store: Store, { batch, members, table }: Plan) {
  const { size, lowBits, tall, rounds } = batch;
  return {
    table: store(floats, table),
    shape: store(words, [size, lowBits, tall, rounds]),
    members: members.map((own) =>
      store(
        words,
        memberPlanFields.map((field) => own[field]),
      ),
    ),
  };
}
