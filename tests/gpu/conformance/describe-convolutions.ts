import { describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Subject } from './describe-engine.ts';
import { ofMember } from './describe-training.ts';
import { createProblem, type Problem } from './problems.ts';
import { inputGradient, logProbabilities, toLayers } from './slow-network.ts';
import { startSlowRun, trainSlowly } from './slow-run.ts';
import { largestDifference, relativeError } from './tolerances.ts';

/** Both strides, several channels below and above, pictures of an odd side, and a dense layer between convolutions and answers. */
const problem: Problem = {
  sizes: [25, 200, 72, 5, 4],
  batch: 7,
  convolutions: [
    { channels: 8, stride: 1 },
    { channels: 8, stride: 2 },
  ],
};

const policies = [
  ermPolicy,
  mixupPolicy(1, { lambdaPer: 'example', inputNoise: 0.1 }),
  mixupPolicy(1, { mask: { kind: 'patch', width: 5, height: 5 }, mixesShare: 0.5 }),
];

export function describeConvolutions({ engine, tolerances, note }: Subject): void {
  describe('a network with convolutions', () => {
    it('trains and predicts as the slow one, or is refused', async () => {
      const ensemble = createProblem({ ...problem, rows: 40, policies });
      const { network } = ensemble;
      if (!engine().convolves) {
        await expect(engine().prepare(ensemble)).rejects.toThrow(/convolutions/);
        return;
      }
      const columns = network.sizes[0] as number;
      const classes = network.sizes.at(-1) as number;
      const points = ensemble.inputs.slice(0, 3 * columns);
      const labels = Float32Array.from({ length: 3 * classes }, (_, k) => [0.75, 0.25][k % classes] ?? 0);
      const run = startSlowRun(ensemble);
      trainSlowly(ensemble, run, 3);
      const training = await engine().prepare(ensemble);
      await training.train(3);
      const { parameters, firstMoments } = await training.snapshot();
      const logs = await training.evaluate(points);
      const gradients = await training.inputGradients(points, labels);
      training.dispose();
      let worst = 0;
      run.members.forEach((member, m) => {
        const own = ofMember(ensemble, parameters, m);
        const error = relativeError(own, member.parameters);
        worst = Math.max(worst, error);
        expect(error, `parameters of member ${m}`).toBeLessThanOrEqual(tolerances.run);
        const momentError = relativeError(ofMember(ensemble, firstMoments, m), member.firstMoments);
        expect(momentError, `first moments of member ${m}`).toBeLessThanOrEqual(tolerances.run);
        const layers = toLayers(network, own);
        const point = (p: number): number[] => Array.from(points.subarray(p * columns, (p + 1) * columns));
        const expectedLogs = [0, 1, 2].flatMap((p) => logProbabilities(network, layers, point(p)));
        const logError = largestDifference(logs.subarray(m * 3 * classes, (m + 1) * 3 * classes), expectedLogs);
        expect(logError, `log-probabilities of member ${m}`).toBeLessThanOrEqual(tolerances.prediction);
        const label = Array.from(labels.subarray(0, classes));
        const slopes = [0, 1, 2].flatMap((p) => inputGradient(network, layers, point(p), label));
        const slopeError = relativeError(gradients.subarray(m * 3 * columns, (m + 1) * 3 * columns), slopes);
        expect(slopeError, `input gradients of member ${m}`).toBeLessThanOrEqual(tolerances.prediction);
      });
      note(`3 steps of convolutions, ${network.sizes.join('-')}`, worst);
    });
  });
}
