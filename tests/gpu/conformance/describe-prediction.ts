import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../../src/core/training/network.ts';
import { createRandom, randomNormal } from '../../../src/core/random/random.ts';
import type { Subject } from './describe-engine.ts';
import { commonShape } from './describe-training.ts';
import { demandingPolicies } from './policies.ts';
import { createProblem } from './problems.ts';
import { inputGradient, logProbabilities, toLayers } from './slow-network.ts';
import { largestDifference, relativeError } from './tolerances.ts';

export function describePrediction({ engine, tolerances, note }: Subject): void {
  describe('predictions', () => {
    // Dropout and noise in the first, none in the second, a seed of its own in the third.
    const ensemble = createProblem({ ...commonShape, policies: demandingPolicies.slice(0, 3) });
    const { network } = ensemble;
    const [columns, classes] = [13, 3];
    const random = createRandom(3, 'points');

    it('start from the initial parameters of each seed', async () => {
      const training = await engine().prepare(ensemble);
      const { parameters, firstMoments, secondMoments, step } = await training.snapshot();
      training.dispose();
      expect(Array.from(parameters)).toEqual(
        ensemble.members.flatMap(({ seed }) => Array.from(initialParameters(network, seed))),
      );
      expect(step).toBe(0);
      expect(firstMoments.every((value) => value === 0)).toBe(true);
      expect(secondMoments.every((value) => value === 0)).toBe(true);
    });

    for (const count of [1, 65, 1000]) {
      it(`of ${count} points are the slow implementation's, with no noise or dropout in them`, async () => {
        const points = Float32Array.from({ length: count * columns }, () => 2 * randomNormal(random));
        const labels = softLabels(count, classes);
        const training = await engine().prepare(ensemble);
        await training.train(20);
        const { parameters } = await training.snapshot();
        const logs = await training.evaluate(points);
        const again = await training.evaluate(points);
        const gradients = await training.inputGradients(points, labels);
        training.dispose();
        expect(logs.length).toBe(3 * count * classes);
        expect(largestDifference(again, logs)).toBe(0);
        const size = parameters.length / 3;
        const row = (values: Float32Array, width: number, p: number): number[] =>
          Array.from(values.subarray(p * width, (p + 1) * width));
        const everyPoint = Array.from({ length: count }, (_, p) => p);
        let worst = 0;
        for (let m = 0; m < 3; m += 1) {
          const layers = toLayers(network, parameters.subarray(m * size, (m + 1) * size));
          const expectedLogs = everyPoint.flatMap((p) => logProbabilities(network, layers, row(points, columns, p)));
          const expectedGradients = everyPoint.flatMap((p) =>
            inputGradient(network, layers, row(points, columns, p), row(labels, classes, p)),
          );
          const logError = largestDifference(
            logs.subarray(m * count * classes, (m + 1) * count * classes),
            expectedLogs,
          );
          const gradientError = relativeError(
            gradients.subarray(m * count * columns, (m + 1) * count * columns),
            expectedGradients,
          );
          worst = Math.max(worst, logError, gradientError);
        }
        note(`log-probabilities and input gradients of ${count} points`, worst);
        expect(worst).toBeLessThanOrEqual(tolerances.prediction);
      });
    }

    it('stay finite for logits in the hundreds', async () => {
      const training = await engine().prepare(ensemble);
      const start = await training.snapshot();
      await training.restore({ ...start, parameters: start.parameters.map((w) => 40 * w) });
      const points = Float32Array.from({ length: 20 * columns }, () => 5 * randomNormal(random));
      const logs = await training.evaluate(points);
      const gradients = await training.inputGradients(points, softLabels(20, classes));
      training.dispose();
      expect(Math.min(...logs)).toBeLessThan(-100);
      expect(logs.every((value) => Number.isFinite(value) && value <= 0)).toBe(true);
      expect(gradients.every(Number.isFinite)).toBe(true);
    });
  });
}

/** Hard labels and mixtures in turn. */
function softLabels(count: number, classes: number): Float32Array {
  const labels = new Float32Array(count * classes);
  for (let p = 0; p < count; p += 1) {
    const weight = [1, 0.5, 0.25, 1][p % 4] as number;
    labels[p * classes + (p % classes)] = weight;
    labels[p * classes + ((p + 1) % classes)] = 1 - weight;
  }
  return labels;
}
