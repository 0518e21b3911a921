import type { Ensemble, Member } from '../../../src/core/training/ensemble.ts';
import { initialParameters, parameterCount } from '../../../src/core/training/network.ts';
import { createPlan, type Plan } from '../../../src/core/training/create-plan.ts';
import type { Snapshot } from '../../../src/engine/engine.ts';
import { slowGradient, slowUpdate, type SlowMember } from './slow-training.ts';

/** A whole ensemble trained by the slow implementation. */
export interface SlowRun {
  readonly plan: Plan;
  step: number;
  readonly members: readonly SlowMember[];
}

export function startSlowRun(ensemble: Ensemble): SlowRun {
  const zeros = (): number[] => new Array<number>(parameterCount(ensemble.network)).fill(0);
  return {
    plan: createPlan(ensemble),
    step: 0,
    members: ensemble.members.map(({ seed }) => ({
      parameters: Array.from(initialParameters(ensemble.network, seed)),
      firstMoments: zeros(),
      secondMoments: zeros(),
    })),
  };
}

export function trainSlowly(ensemble: Ensemble, run: SlowRun, steps: number): void {
  for (let s = 0; s < steps; s += 1) {
    run.members.forEach((member, m) => {
      slowUpdate(
        (ensemble.members[m] as Member).optimizer,
        member,
        slowGradient(ensemble, run.plan, m, run.step, member.parameters),
        run.step + 1,
      );
    });
    run.step += 1;
  }
}

/** The run's state, every number rounded to float32, so that each engine can hold exactly it. */
export function roundedSnapshot(run: SlowRun): Snapshot {
  const join = (choose: (member: SlowMember) => number[]): Float64Array =>
    Float64Array.from(run.members.flatMap(choose), Math.fround);
  return {
    step: run.step,
    parameters: join((member) => member.parameters),
    firstMoments: join((member) => member.firstMoments),
    secondMoments: join((member) => member.secondMoments),
  };
}

/** Goes on from a snapshot. */
export function resumeSlowRun(ensemble: Ensemble, plan: Plan, snapshot: Snapshot): SlowRun {
  const count = parameterCount(ensemble.network);
  const cut = (values: Float64Array, m: number): number[] => Array.from(values.subarray(m * count, (m + 1) * count));
  return {
    plan,
    step: snapshot.step,
    members: ensemble.members.map((_, m) => ({
      parameters: cut(snapshot.parameters, m),
      firstMoments: cut(snapshot.firstMoments, m),
      secondMoments: cut(snapshot.secondMoments, m),
    })),
  };
}
