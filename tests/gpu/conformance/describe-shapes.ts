import { describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy, type Policy } from '../../../src/core/training/policy.ts';
import type { Subject } from './describe-engine.ts';
import { ofMember } from './describe-training.ts';
import { createProblem, type Problem } from './problems.ts';
import { inputGradient, logProbabilities, toLayers } from './slow-network.ts';
import { startSlowRun, trainSlowly } from './slow-run.ts';
import { largestDifference, relativeError } from './tolerances.ts';

/**
 * None, one, two, three and the most hidden layers, and each extreme width, input count, class count,
 * batch and member count once: a GPU compiles programs for each shape, which takes it longer than all else here.
 */
const shapes: readonly (Problem & { readonly members: number; readonly steps?: number; readonly layer?: number })[] = [
  { sizes: [2, 2], batch: 64, members: 33 },
  { sizes: [784, 256, 32], batch: 1, members: 3, steps: 1 },
  { sizes: [5, 128, 1, 6], batch: 199, members: 3 },
  { sizes: [13, 3, 16, 5, 10], batch: 7, members: 5, layer: 3 },
  { sizes: [3, 8, 2, 5, 256, 4, 6, 17], batch: 3, members: 1, steps: 1 },
];

export function describeShapes({ engine, tolerances, note }: Subject): void {
  describe('a network', () => {
    for (const { members, steps = 3, layer, ...shape } of shapes) {
      it(`of ${shape.sizes.join('-')}, batch ${shape.batch}, ${members} member${members === 1 ? '' : 's'}, trains and predicts as the slow one`, async () => {
        const ensemble = createProblem({
          ...shape,
          policies: somePolicies(members, layer ?? Math.min(2, shape.sizes.length - 2)),
        });
        const { network } = ensemble;
        const columns = network.sizes[0] as number;
        const classes = network.sizes.at(-1) as number;
        const run = startSlowRun(ensemble);
        trainSlowly(ensemble, run, steps);
        const training = await engine().prepare(ensemble);
        await training.train(steps);
        const { parameters, firstMoments } = await training.snapshot();
        const points = ensemble.inputs.slice(0, 5 * columns);
        const labels = Float32Array.from({ length: 5 * classes }, (_, k) =>
          k % classes === 0 ? 0.75 : k % classes === 1 ? 0.25 : 0,
        );
        const logs = await training.evaluate(points);
        const gradients = await training.inputGradients(points, labels);
        training.dispose();
        let worst = 0;
        run.members.forEach((member, m) => {
          const error = relativeError(ofMember(ensemble, parameters, m), member.parameters);
          worst = Math.max(worst, error);
          expect(error, `parameters of member ${m}`).toBeLessThanOrEqual(tolerances.run);
          // Whatever the gradient's size, a first step of Adam moves a parameter by as much; its moments tell.
          const momentError = relativeError(ofMember(ensemble, firstMoments, m), member.firstMoments);
          expect(momentError, `first moments of member ${m}`).toBeLessThanOrEqual(tolerances.run);
          const layers = toLayers(network, ofMember(ensemble, parameters, m));
          const point = (p: number): number[] => Array.from(points.subarray(p * columns, (p + 1) * columns));
          const label = Array.from(labels.subarray(0, classes));
          const expectedLogs = [0, 1, 2, 3, 4].flatMap((p) => logProbabilities(network, layers, point(p)));
          const expectedGradients = [0, 1, 2, 3, 4].flatMap((p) => inputGradient(network, layers, point(p), label));
          const logError = largestDifference(logs.subarray(m * 5 * classes, (m + 1) * 5 * classes), expectedLogs);
          expect(logError, `log-probabilities of member ${m}`).toBeLessThanOrEqual(tolerances.prediction);
          const gradientError = relativeError(
            gradients.subarray(m * 5 * columns, (m + 1) * 5 * columns),
            expectedGradients,
          );
          expect(gradientError, `input gradients of member ${m}`).toBeLessThanOrEqual(tolerances.prediction);
        });
        note(`${steps} steps of ${shape.sizes.join('-')}`, worst);
      });
    }
  });
}

/** Mixup at a layer, with noise, ERM, and mixup of inputs, in turn. */
function somePolicies(count: number, layer: number): Policy[] {
  const kinds = [
    mixupPolicy(1, { layer, inputNoise: 0.1, dropout: 0.2, lambdaPer: 'example' }),
    ermPolicy,
    mixupPolicy(1),
  ];
  return Array.from({ length: count }, (_, m) => kinds[m % 3] as Policy);
}
