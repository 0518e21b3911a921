import { createPlan } from '../../../src/core/training/create-plan.ts';
import { draw, type Draw } from '../../../src/core/training/draw.ts';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { initialParameters } from '../../../src/core/training/network.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../../src/core/training/policy.ts';
import { slowLossAndGradient, slowUpdate, type SlowMember } from '../../gpu/conformance/slow-training.ts';
import { createProblem } from '../../gpu/conformance/problems.ts';

/** What the first step of a training gives: its loss in nats, and the flat parameters after it. */
export interface FirstStep {
  readonly loss: number;
  readonly parameters: readonly number[];
}

/** Policies that differ in what they do with examples that are already drawn. */
const policies: Readonly<Record<string, Policy>> = {
  erm: ermPolicy,
  mixup: mixupPolicy(1),
  'for each example': mixupPolicy(0.4, { lambdaPer: 'example' }),
  'inputs only, the heavier first': mixupPolicy(1, { mixLabels: false, heavier: 'first' }),
  'labels only': mixupPolicy(1, { mixInputs: false }),
  'label smoothing': { ...ermPolicy, labelSmoothing: 0.1 },
  'mixup and label smoothing': mixupPolicy(1, { labelSmoothing: 0.2 }),
  'the first hidden layer': mixupPolicy(1, { layer: 1 }),
  'the second hidden layer': mixupPolicy(1, { layer: 2 }),
};

const ensemble: Ensemble = createProblem({
  sizes: [4, 5, 3, 3],
  activation: 'relu',
  batch: 6,
  rows: 20,
  policies: Object.values(policies),
});
const plan = createPlan(ensemble);

/** A first step with all that its arithmetic starts from. */
export interface StepCase {
  readonly name: string;
  readonly policy: Policy;
  readonly draws: readonly Draw[];
  readonly before: readonly number[];
  readonly ensemble: Ensemble;
  readonly labels: Uint8Array;
  /** By the slow implementation that all engines are held to. */
  readonly expected: FirstStep;
}

/** The first steps that the program in PyTorch and the slow implementation both compute. */
export const stepCases: readonly StepCase[] = Object.entries(policies).map(([name, policy], m) => {
  const { seed, labels, optimizer } = ensemble.members[m] as Ensemble['members'][number];
  const before = Array.from(initialParameters(ensemble.network, seed));
  const { loss, gradient } = slowLossAndGradient(ensemble, plan, m, 0, before);
  const zeros = (): number[] => before.map(() => 0);
  const member: SlowMember = { parameters: [...before], firstMoments: zeros(), secondMoments: zeros() };
  slowUpdate(optimizer, member, gradient, 1);
  const draws = Array.from({ length: ensemble.batch }, (_, r) => draw(plan, m, 0, r));
  return { name, policy, draws, before, ensemble, labels, expected: { loss, parameters: member.parameters } };
});
