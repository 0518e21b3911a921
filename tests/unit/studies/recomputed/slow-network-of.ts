import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { draw } from '../../../../src/core/training/draw.ts';
import type { Ensemble } from '../../../../src/core/training/ensemble.ts';
import { forward, logSoftmax } from '../../../../src/core/training/forward.ts';
import type { Network } from '../../../../src/core/training/network.ts';
import type { Optimizer } from '../../../../src/core/training/optimizer.ts';
import type { Policy } from '../../../../src/core/training/policy.ts';
import { lossAndGradient } from '../../../../src/core/training/reference.ts';
import { logProbabilities, toLayers } from '../../../gpu/conformance/slow-network.ts';
import { startSlowRun, trainSlowly } from '../../../gpu/conformance/slow-run.ts';
import { slowUpdate } from '../../../gpu/conformance/slow-training.ts';

/** What a file says of how the networks of one condition were trained. */
interface Published {
  readonly network: Network;
  readonly policy: Policy;
  readonly optimizer: Optimizer;
  readonly batch: number;
  readonly trainingRows: number;
  readonly redrawn: number;
  readonly classShares?: readonly number[];
}

type ByCondition<Setting> = Setting | Readonly<Record<string, Setting>>;

interface PublishedPart {
  readonly network: Network;
  readonly policies: Readonly<Record<string, Policy>>;
  readonly optimizer: ByCondition<Optimizer>;
  readonly batch: number;
  readonly trainingRows: ByCondition<number>;
  readonly redrawn?: Readonly<Record<string, number>>;
  readonly classShares?: Readonly<Record<string, readonly number[]>>;
}

/** Reads the settings of a condition off a file in `content/results/`. */
export function published(file: object, name: string): Published {
  const { settings } = file as { settings: { parts: readonly PublishedPart[] } };
  const part = settings.parts.find(({ policies }) => name in policies);
  const policy = part?.policies[name];
  if (!part || !policy) throw new Error(`the file has no settings of "${name}"`);
  const { network, batch, optimizer, trainingRows } = part;
  const shares = part.classShares?.[name];
  return {
    network,
    policy,
    batch,
    optimizer: 'kind' in optimizer ? (optimizer as Optimizer) : (optimizer[name] as Optimizer),
    trainingRows: typeof trainingRows === 'number' ? trainingRows : (trainingRows[name] as number),
    redrawn: part.redrawn?.[name] ?? 0,
    ...(shares && { classShares: shares }),
  };
}

/** What one network is trained on, and how. */
export interface SlowTask extends Pick<Published, 'network' | 'policy' | 'optimizer' | 'batch'> {
  readonly seed: number;
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
  readonly rows: Uint32Array;
}

/** A network that was trained slowly. */
export interface SlowNetwork {
  readonly parameters: readonly number[];
  /** Log-probabilities of the classes at a point. */
  readonly answer: (point: readonly number[]) => number[];
}

const ensembleOf = ({ network, batch, inputs, ...member }: SlowTask): Ensemble => ({
  network,
  batch,
  inputs,
  members: [member],
});

/** Trains one network by `tests/gpu/conformance/slow-training.ts`. */
export function trainedSlowly(task: SlowTask, steps: number): SlowNetwork {
  const ensemble = ensembleOf(task);
  const run = startSlowRun(ensemble);
  trainSlowly(ensemble, run, steps);
  const parameters = run.members[0]?.parameters ?? [];
  const layers = toLayers(task.network, parameters);
  return { parameters, answer: (point) => logProbabilities(task.network, layers, [...point]) };
}

/**
 * The same for large pictures, for which the slow implementation is too slow: on batches that are mixed or cut here, with the gradients
 * of the core's reference in float64, which shares no code with any engine either.
 */
export function trainedByReference(task: SlowTask, steps: number): SlowNetwork {
  const { network, policy, optimizer, batch, inputs, labels } = task;
  const ensemble = ensembleOf(task);
  const plan = createPlan(ensemble);
  const [member] = startSlowRun(ensemble).members;
  if (!member) throw new Error('expected a member');
  const [width = 0] = network.sizes;
  const classes = network.sizes.at(-1) ?? 0;
  for (let step = 0; step < steps; step += 1) {
    const mixed = {
      inputs: new Float64Array(batch * width),
      labels: new Float64Array(batch * classes),
      count: batch,
    };
    for (let r = 0; r < batch; r += 1) {
      const { first, second, lambda, cut } = draw(plan, 0, step, r);
      const isSecond = new Set(cut);
      for (let u = 0; u < width; u += 1) {
        const [a, b] = [inputs[first * width + u] ?? NaN, inputs[second * width + u] ?? NaN];
        const blend = policy.mask ? (isSecond.has(u) ? b : a) : lambda * a + (1 - lambda) * b;
        mixed.inputs[r * width + u] = blend;
      }
      for (let c = 0; c < classes; c += 1) {
        const label = (labels[first] === c ? lambda : 0) + (labels[second] === c ? 1 - lambda : 0);
        mixed.labels[r * classes + c] = (1 - policy.labelSmoothing) * label + policy.labelSmoothing / classes;
      }
    }
    const { gradient } = lossAndGradient(network, Float64Array.from(member.parameters), mixed);
    slowUpdate(optimizer, member, Array.from(gradient), step + 1);
  }
  const parameters = Float64Array.from(member.parameters);
  return {
    parameters: member.parameters,
    answer: (point) =>
      Array.from(logSoftmax(forward(network, parameters, Float64Array.from(point), 1).at(-1) as Float64Array, classes)),
  };
}
