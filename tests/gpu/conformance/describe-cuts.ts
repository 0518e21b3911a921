import { describe, expect, it } from 'vitest';
import { sgd } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../../src/core/training/policy.ts';
import type { Subject } from './describe-engine.ts';
import { ofMember } from './describe-training.ts';
import { createProblem } from './problems.ts';
import { resumeSlowRun, roundedSnapshot, startSlowRun, trainSlowly } from './slow-run.ts';
import { largestDifference, relativeError } from './tolerances.ts';

/** Inputs as pictures of 5 x 3 pixels: neither a multiple of four. */
const patch = { kind: 'patch', width: 5, height: 3 } as const;
const pixels = { ...patch, kind: 'pixels' } as const;
const some = { mixesFrom: 3, mixesUntil: 7 } as const;
const perExample = { lambdaPer: 'example' } as const;

const policies: Record<string, Policy> = {
  erm: ermPolicy,
  'no step that mixes': mixupPolicy(1, { mask: patch, mixesFrom: 99 }),
  mixup: mixupPolicy(1),
  'mixup in some steps': mixupPolicy(1, { ...some, ...perExample }),
  'mixup in half of some steps': mixupPolicy(1, { ...some, mixesShare: 0.5 }),
  patch: mixupPolicy(1, { mask: patch }),
  'patch in some steps': mixupPolicy(1, { mask: patch, ...some, mixesShare: 0.7 }),
  'patch per example, all else': mixupPolicy(0.5, {
    ...perExample,
    mask: patch,
    partnerPool: 'batch',
    labelSmoothing: 0.1,
    inputNoise: 0.2,
    dropout: 0.2,
  }),
  pixels: mixupPolicy(1, { mask: pixels }),
  'pixels per example': mixupPolicy(2, { ...perExample, mask: pixels, partnerClass: 'same' }),
  'patch, the heavier label': mixupPolicy(1, { ...perExample, mask: patch, mixLabels: false, heavier: 'first' }),
  'patch, labels only': mixupPolicy(1, { mask: patch, mixInputs: false }),
};
const names = Object.keys(policies);

export function describeCuts({ engine, tolerances, note }: Subject): void {
  describe('members that cut pictures, or mix in some steps', () => {
    it('have the gradients of the slow implementation, before, while and after they mix', async () => {
      // Without momentum the first moments after a step are its gradient.
      const ensemble = createProblem({
        sizes: [15, 6, 3],
        batch: 10,
        policies: Object.values(policies),
        optimizer: sgd(0.1),
      });
      const run = startSlowRun(ensemble);
      const training = await engine().prepare(ensemble);
      let worst = 0;
      for (const step of [0, 2, 3, 4, 6, 7, 11]) {
        trainSlowly(ensemble, run, step - run.step);
        const before = roundedSnapshot(run);
        await training.restore(before);
        await training.train(1);
        const { firstMoments } = await training.snapshot();
        const expected = resumeSlowRun(ensemble, run.plan, before);
        trainSlowly(ensemble, expected, 1);
        expected.members.forEach((member, m) => {
          const error = relativeError(ofMember(ensemble, firstMoments, m), member.firstMoments);
          worst = Math.max(worst, error);
          expect(error, `${names[m]}, step ${step}`).toBeLessThanOrEqual(tolerances.gradient);
        });
      }
      note('gradient of cut pictures', worst);

      // Both have the first seed.
      await training.restore(roundedSnapshot(startSlowRun(ensemble)));
      await training.train(9);
      const { parameters } = await training.snapshot();
      expect(largestDifference(ofMember(ensemble, parameters, 1), ofMember(ensemble, parameters, 0))).toBe(0);
      training.dispose();
    });
  });
}
