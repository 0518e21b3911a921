import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../../src/core/training/network.ts';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import { createRandom, randomNormal } from '../../../src/core/random/random.ts';
import type { Subject } from './describe-engine.ts';
import { createProblem } from './problems.ts';
import { inputGradient, logProbabilities, toLayers } from './slow-network.ts';
import { largestDifference, relativeError } from './tolerances.ts';

export function describePrediction({ engine, tolerances, note }: Subject): void {
  describe('predictions', () => {
    const ensemble = createProblem({
      sizes: [13, 16, 9, 10],
      policies: [mixupPolicy(1), mixupPolicy(1, { dropout: 0.5 }), mixupPolicy(1)],
    });
    const { network } = ensemble;
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
        const points = Float32Array.from({ length: count * 13 }, () => 2 * randomNormal(random));
        const labels = softLabels(count);
        const training = await engine().prepare(ensemble);
        await training.train(20);
        const { parameters } = await training.snapshot();
        const logs = await training.evaluate(points);
        const again = await training.evaluate(points);
        const gradients = await training.inputGradients(points, labels);
        training.dispose();
        expect(logs.length).toBe(3 * count * 10);
        expect(largestDifference(again, logs)).toBe(0);
        const size = parameters.length / 3;
        const row = (values: Float32Array, width: number, p: number): number[] =>
          Array.from(values.subarray(p * width, (p + 1) * width));
        const everyPoint = Array.from({ length: count }, (_, p) => p);
        let worst = 0;
        for (let m = 0; m < 3; m += 1) {
          const layers = toLayers(network, parameters.subarray(m * size, (m + 1) * size));
          const expectedLogs = everyPoint.flatMap((p) => logProbabilities(network, layers, row(points, 13, p)));
          const expectedGradients = everyPoint.flatMap((p) =>
            inputGradient(network, layers, row(points, 13, p), row(labels, 10, p)),
          );
          const logError = largestDifference(logs.subarray(m * count * 10, (m + 1) * count * 10), expectedLogs);
          const gradientError = relativeError(
            gradients.subarray(m * count * 13, (m + 1) * count * 13),
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
      const points = Float32Array.from({ length: 20 * 13 }, () => 5 * randomNormal(random));
      const logs = await training.evaluate(points);
      const gradients = await training.inputGradients(points, softLabels(20));
      training.dispose();
      expect(Math.min(...logs)).toBeLessThan(-100);
      expect(logs.every((value) => Number.isFinite(value) && value <= 0)).toBe(true);
      expect(gradients.every(Number.isFinite)).toBe(true);
    });
  });
}

/** Labels of 10 classes: hard ones and mixtures in turn. */
function softLabels(count: number): Float32Array {
  const labels = new Float32Array(count * 10);
  for (let p = 0; p < count; p += 1) {
    const weight = [1, 0.5, 0.25][p % 3] as number;
    labels[p * 10 + (p % 10)] = weight;
    labels[p * 10 + ((p + 3) % 10)] = 1 - weight;
  }
  return labels;
}
