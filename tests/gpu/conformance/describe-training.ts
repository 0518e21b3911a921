import { describe, expect, it } from 'vitest';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { parameterCount, type Activation } from '../../../src/core/training/network.ts';
import { adam, sgd, type Optimizer } from '../../../src/core/training/optimizer.ts';
import type { Policy } from '../../../src/core/training/policy.ts';
import type { Snapshot, TrainingEnsemble } from '../../../src/engine/engine.ts';
import type { Subject } from './describe-engine.ts';
import { allPolicies, demandingPolicies } from './policies.ts';
import { createProblem } from './problems.ts';
import { resumeSlowRun, roundedSnapshot, startSlowRun, trainSlowly, type SlowRun } from './slow-run.ts';
import { slowGradient } from './slow-training.ts';
import { relativeError } from './tolerances.ts';

const policies = allPolicies(2);
const names = Object.keys(policies);
const states = 12;
const stepsBetween = 4;
/** A power of two, so that dividing by it is exact, and large, so that float32 parameters keep the digits of the gradient. */
const probeRate = 64;

/** What {@link allPolicies} train in the conformance suite. Tests share it, since a GPU's programs depend on all of it. */
export const commonShape = { sizes: [13, 16, 7, 3], batch: 16 } as const;

function problem(
  activation: Activation,
  optimizer: Optimizer,
  chosen: readonly Policy[] = Object.values(policies),
): Ensemble {
  return createProblem({ ...commonShape, activation, policies: chosen, optimizer });
}

/** Part of a `[members, parameters]` array. */
export function ofMember(ensemble: Ensemble, values: Float64Array, m: number): Float64Array {
  const count = parameterCount(ensemble.network);
  return values.subarray(m * count, (m + 1) * count);
}

/** One training step from a state. */
async function stepFrom(training: TrainingEnsemble, state: Snapshot): Promise<Snapshot> {
  await training.restore(state);
  await training.train(1);
  return training.snapshot();
}

export function describeTraining({ engine, tolerances, note }: Subject): void {
  describe('one training step, all policies as members of one ensemble', () => {
    for (const activation of ['tanh', 'relu'] as const) {
      it(`has the gradient of the slow implementation at ${states} states along a float64 run (${activation})`, async () => {
        const run = startSlowRun(problem(activation, adam(0.01)));
        const probe = problem(activation, sgd(probeRate));
        const training = await engine().prepare(probe);
        const errors = names.map((): number[] => []);
        for (let state = 0; state < states; state += 1) {
          trainSlowly(problem(activation, adam(0.01)), run, state === 0 ? 0 : stepsBetween);
          const before = roundedSnapshot(run);
          const after = await stepFrom(training, {
            ...before,
            firstMoments: new Float64Array(before.parameters.length),
          });
          errors.forEach((seen, m) => seen.push(gradientError(probe, run, before, after, m)));
        }
        training.dispose();
        note(`gradient, ${activation}`, Math.max(...errors.flat()));
        // A ReLU unit within rounding of its kink may be on in one engine and off in the other.
        const allowed = activation === 'relu' ? 1 : 0;
        errors.forEach((seen, m) => {
          const far = seen.filter((error) => !(error <= tolerances.gradient));
          expect(far.length, `${names[m]}: ${far.join(', ')}`).toBeLessThanOrEqual(allowed);
        });
      });
    }

    const otherAdam: Optimizer = { ...adam(0.003, 0.01), beta1: 0.8, beta2: 0.99, epsilon: 1e-6 };
    const optimizers: Record<string, Optimizer> = {
      Adam: adam(0.01),
      'Adam with other constants and weight decay': otherAdam,
      'plain SGD': sgd(0.1),
      'SGD with momentum': sgd(0.1, 0.9),
      'SGD with momentum and weight decay': sgd(0.1, 0.9, 0.01),
    };
    const alone = Object.entries(optimizers).map(([name, optimizer]) => [name, [optimizer]] as const);
    const together = [
      ['Adam, with constants of its own for each member', [adam(0.01), adam(0.002, 0.02), otherAdam]],
      ['SGD, with constants of its own for each member', [sgd(0.1), sgd(0.05, 0.9), sgd(0.2, 0.5, 0.01)]],
    ] as const;
    for (const [name, own] of [...alone, ...together]) {
      it(`updates parameters and moments by ${name}`, async () => {
        const plain = problem('tanh', own[0], demandingPolicies);
        const ensemble = {
          ...plain,
          members: plain.members.map((member, m) => ({ ...member, optimizer: own[m % own.length] as Optimizer })),
        };
        const run = startSlowRun(ensemble);
        const training = await engine().prepare(ensemble);
        for (const steps of [0, 3, 7]) {
          trainSlowly(ensemble, run, steps);
          const before = roundedSnapshot(run);
          const after = await stepFrom(training, before);
          const expected = resumeSlowRun(ensemble, run.plan, before);
          trainSlowly(ensemble, expected, 1);
          expect(after.step).toBe(before.step + 1);
          const worst = expected.members.reduce((most, member, m) => {
            const start = ofMember(ensemble, before.parameters, m);
            const change = ofMember(ensemble, after.parameters, m).map((w, k) => w - (start[k] as number));
            const update = relativeError(
              change,
              member.parameters.map((w, k) => w - (start[k] as number)),
            );
            const first = relativeError(ofMember(ensemble, after.firstMoments, m), member.firstMoments);
            const second = relativeError(ofMember(ensemble, after.secondMoments, m), member.secondMoments);
            expect(update, `member ${m}: update`).toBeLessThanOrEqual(tolerances.update);
            expect(first, `member ${m}: first moments`).toBeLessThanOrEqual(tolerances.gradient);
            expect(second, `member ${m}: second moments`).toBeLessThanOrEqual(2 * tolerances.gradient);
            return Math.max(most, update);
          }, 0);
          note(`update by ${name} after ${run.step} steps`, worst);
        }
        training.dispose();
      });
    }
  });
}

function gradientError(probe: Ensemble, run: SlowRun, before: Snapshot, after: Snapshot, m: number): number {
  const start = ofMember(probe, before.parameters, m);
  const seen = ofMember(probe, after.parameters, m).map((w, k) => ((start[k] as number) - w) / probeRate);
  return relativeError(seen, slowGradient(probe, run.plan, m, before.step, start));
}
