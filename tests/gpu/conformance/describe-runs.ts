import { describe, expect, it } from 'vitest';
import { adam, sgd } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Snapshot } from '../../../src/engine/engine.ts';
import type { Subject } from './describe-engine.ts';
import { commonShape, ofMember } from './describe-training.ts';
import { allPolicies, demandingPolicies } from './policies.ts';
import { createProblem } from './problems.ts';
import { logProbabilities, toLayers } from './slow-network.ts';
import { startSlowRun, trainSlowly } from './slow-run.ts';
import { largestDifference, relativeError } from './tolerances.ts';

const everyPolicy = Object.values(allPolicies(2));
const ensemble = createProblem({ ...commonShape, policies: everyPolicy });
const [columns, classes] = [13, 3];

function expectSame(a: Snapshot, b: Snapshot): void {
  expect(a.step).toBe(b.step);
  for (const name of ['parameters', 'firstMoments', 'secondMoments'] as const) {
    expect(largestDifference(a[name], b[name]), name).toBe(0);
  }
}

export function describeRuns({ engine, tolerances, note }: Subject): void {
  const runFor = async (pieces: readonly number[], chosen = ensemble): Promise<Snapshot> => {
    const training = await engine().prepare(chosen);
    for (const steps of pieces) await training.train(steps);
    const snapshot = await training.snapshot();
    training.dispose();
    return snapshot;
  };

  describe('a run', () => {
    it('of 100 steps (tanh) ends where the slow implementation ends, under every policy', async () => {
      const run = startSlowRun(ensemble);
      trainSlowly(ensemble, run, 100);
      const training = await engine().prepare(ensemble);
      await training.train(100);
      const { parameters } = await training.snapshot();
      const points = ensemble.inputs.slice(0, 20 * columns);
      const logs = await training.evaluate(points);
      training.dispose();
      let worst = 0;
      run.members.forEach((member, m) => {
        const layers = toLayers(ensemble.network, member.parameters);
        const expected = Array.from({ length: 20 }, (_, p) =>
          logProbabilities(ensemble.network, layers, Array.from(points.subarray(columns * p, columns * (p + 1)))),
        );
        const parameterError = relativeError(ofMember(ensemble, parameters, m), member.parameters);
        const probabilityError = largestDifference(
          logs.subarray(m * 20 * classes, (m + 1) * 20 * classes).map(Math.exp),
          expected.flat().map(Math.exp),
        );
        worst = Math.max(worst, parameterError, probabilityError);
        expect(parameterError, `parameters of member ${m}`).toBeLessThanOrEqual(tolerances.run);
        // Probabilities come back as float32.
        expect(probabilityError, `probabilities of member ${m}`).toBeLessThanOrEqual(Math.max(tolerances.run, 1e-7));
      });
      note('100 steps', worst);
    });

    it('gives the same bits twice', async () => {
      expectSame(await runFor([50]), await runFor([50]));
    });

    it('gives the same bits in pieces as at once', async () => {
      expectSame(await runFor([1, 2, 30, 17]), await runFor([50]));
    });

    it('resumes exactly from a snapshot, in a new ensemble, after other training', async () => {
      for (const optimizer of [adam(0.01, 0.001), sgd(0.05, 0.9)]) {
        const chosen = { ...ensemble, members: ensemble.members.map((member) => ({ ...member, optimizer })) };
        const first = await engine().prepare(chosen);
        await first.train(20);
        const middle = await first.snapshot();
        await first.train(15);
        const end = await first.snapshot();
        await first.restore(middle);
        expect(first.step).toBe(20);
        expectSame(await first.snapshot(), middle);
        await first.train(15);
        expectSame(await first.snapshot(), end);
        first.dispose();
        const second = await engine().prepare(chosen);
        await second.train(3);
        await second.restore(middle);
        await second.train(15);
        expectSame(await second.snapshot(), end);
        second.dispose();
      }
    });

    it('with alpha 0 is empirical risk minimization, bit for bit, whatever else the policy says of mixing', async () => {
      const zero = mixupPolicy(0, { lambdaPer: 'example', layer: 1, partnerChoice: 'nearest', mixLabels: false });
      // With other policies beside it, the programs are those that the other runs have compiled.
      const chosen = createProblem({ ...commonShape, policies: [ermPolicy, zero, ...demandingPolicies] });
      const { parameters } = await runFor([60], chosen);
      expect(largestDifference(ofMember(chosen, parameters, 0), ofMember(chosen, parameters, 1))).toBe(0);
    });

    it('of one member does not depend on which members train beside it', async () => {
      const mixup = Object.keys(allPolicies(2)).indexOf('mixup, alpha 1');
      const alone = { ...ensemble, members: ensemble.members.slice(mixup, mixup + 1) };
      const [all, one] = [await runFor([40]), await runFor([40], alone)];
      expect(relativeError(ofMember(ensemble, all.parameters, mixup), one.parameters)).toBeLessThanOrEqual(
        tolerances.run / 10,
      );
    });
  });
}
