import type { Ensemble } from '../../core/training/ensemble.ts';
import { initialParameters, parameterCount } from '../../core/training/network.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { createPlanner, type Plan, type PlanStreams } from '../../core/training/plan.ts';
import type { Snapshot } from '../engine.ts';
import { createMemberStep, type MemberStep } from './member-step.ts';
import { createPaddedLayout, pad, unpad } from './padded-layout.ts';
import { evaluateMember, inputGradientsOfMember, predictionBlock } from './predict.ts';
import type { MemberState } from './update.ts';
import { createWorkspace } from './workspace.ts';

/** An ensemble trained where it stands, without workers: float64, one member after another. */
export interface CpuTrainer {
  /** Steps trained so far. */
  readonly step: number;
  /** Bytes of its typed arrays, the ensemble's own included. */
  readonly bytes: number;
  /** Trains all members `steps` steps further. */
  train(steps: number): void;
  /** Log-probabilities `[members, count, classes]` at points `[count, inputs]`. */
  evaluate(points: Float32Array): Float32Array;
  /** Input gradients `[members, count, inputs]` of each point's own cross-entropy; labels are `[count, classes]`. */
  inputGradients(points: Float32Array, labels: Float32Array): Float32Array;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

interface Trainee {
  readonly state: MemberState;
  readonly train: MemberStep;
}

/**
 * Allocates an ensemble at its initial parameters, step 0.
 *
 * @throws RangeError if the ensemble is not one that `expectEnsemble` accepts
 */
export function createCpuTrainer(ensemble: Ensemble): CpuTrainer {
  const planner = createPlanner(ensemble);
  const { network, members, inputs, batch } = ensemble;
  const layout = createPaddedLayout(network);
  const workspace = createWorkspace(
    layout,
    batch,
    members.some(({ policy }) => hiddenMixingLayer(policy) > 0),
  );
  const predictions = createWorkspace(layout, predictionBlock, false);
  const count = parameterCount(network);
  const columns = network.sizes[0] as number;
  const classes = network.sizes.at(-1) as number;
  const draw = {
    step: 0,
    first: new Uint32Array(batch),
    second: new Uint32Array(batch),
    lambdas: new Float32Array(batch),
  };
  let step = 0;

  const trainees = members.map((member): Trainee => {
    const state = {
      parameters: new Float64Array(layout.length),
      firstMoments: new Float64Array(layout.length),
      secondMoments: new Float64Array(layout.length),
    };
    pad(layout, initialParameters(network, member.seed), state.parameters);
    return { state, train: createMemberStep(ensemble, member, workspace) };
  });

  const forEachMember = (width: number, compute: (state: MemberState, out: Float32Array) => void): Float32Array => {
    const result = new Float32Array(members.length * width);
    trainees.forEach(({ state }, m) => compute(state, result.subarray(m * width, (m + 1) * width)));
    return result;
  };

  return {
    get step() {
      return step;
    },
    bytes: inputs.byteLength + (3 * layout.length * trainees.length + sizeOf(workspace) + sizeOf(predictions)) * 8,
    train(steps) {
      for (const plan of plans(planner, step, steps)) {
        for (let s = 0; s < plan.steps; s += 1) {
          draw.step = plan.firstStep + s;
          trainees.forEach(({ state, train }, m) => {
            readDraw(plan, planner.streams, s, m, draw);
            train(state, draw);
          });
        }
        step = plan.firstStep + plan.steps;
      }
    },
    evaluate: (points) =>
      forEachMember((points.length / columns) * classes, ({ parameters }, out) =>
        evaluateMember(predictions, parameters, points, out),
      ),
    inputGradients: (points, labels) =>
      forEachMember(points.length, ({ parameters }, out) =>
        inputGradientsOfMember(predictions, parameters, points, labels, out),
      ),
    snapshot() {
      const read = (choose: (state: MemberState) => Float64Array): Float64Array => {
        const flat = new Float64Array(trainees.length * count);
        trainees.forEach(({ state }, m) => unpad(layout, choose(state), flat.subarray(m * count, (m + 1) * count)));
        return flat;
      };
      return {
        step,
        parameters: read((state) => state.parameters),
        firstMoments: read((state) => state.firstMoments),
        secondMoments: read((state) => state.secondMoments),
      };
    },
    restore(snapshot) {
      trainees.forEach(({ state }, m) => {
        pad(layout, snapshot.parameters.subarray(m * count, (m + 1) * count), state.parameters);
        pad(layout, snapshot.firstMoments.subarray(m * count, (m + 1) * count), state.firstMoments);
        pad(layout, snapshot.secondMoments.subarray(m * count, (m + 1) * count), state.secondMoments);
      });
      step = snapshot.step;
    },
  };
}

/** Steps planned at once; bounds the plan's memory. */
const plannedSteps = 64;

function* plans(planner: ReturnType<typeof createPlanner>, first: number, steps: number): Generator<Plan> {
  for (let done = 0; done < steps; done += plannedSteps) {
    yield planner.make(first + done, Math.min(plannedSteps, steps - done));
  }
}

/** Copies one member's step out of the plan. */
function readDraw(
  plan: Plan,
  streams: PlanStreams,
  s: number,
  m: number,
  { first, second, lambdas }: { first: Uint32Array; second: Uint32Array; lambdas: Float32Array },
): void {
  const batch = first.length;
  const order = (s * streams.orders + (streams.order[m] as number)) * batch;
  const partner = (s * streams.partners + (streams.partner[m] as number)) * batch;
  const lambda = (s * streams.lambdas + (streams.lambda[m] as number)) * batch;
  for (let b = 0; b < batch; b += 1) {
    first[b] = plan.orders[order + b] as number;
    second[b] = plan.partners[partner + b] as number;
    lambdas[b] = plan.lambdas[lambda + b] as number;
  }
}

function sizeOf({ values, deltas, factors, mixed, gradient }: ReturnType<typeof createWorkspace>): number {
  return [...values, ...deltas, ...factors, mixed, gradient].reduce((sum, array) => sum + array.length, 0);
}
