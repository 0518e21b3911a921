import { expect, test } from 'vitest';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import type { TrainingEnsemble } from '../../../src/engine/engine.ts';
import { createBreathe } from '../../../src/engine/run/page-turns.ts';
import { errorUnderAttack, attackMeasures, rowsToAttack } from '../../../src/studies/error-under-attack.ts';
import { digitsProtocol } from '../../../src/studies/digits-study.ts';
import { expectSome } from '../../expect-some.ts';

const digits = await readDigits();
const [part] = errorUnderAttack(digits, 1, { steps: 10 }).parts([3, 4]);
if (!part) throw new Error('expected a part');

test('three networks of a seed share their training digits, and the other ERM network starts from weights of its own', () => {
  const { trials, ensemble } = part;
  expect(trials.map(({ condition, seed }) => `${condition.name} ${seed}`)).toEqual([
    'erm 3',
    'mixup 3',
    'other-erm 3',
    'erm 4',
    'mixup 4',
    'other-erm 4',
  ]);
  const [erm, mixup, other] = ensemble.members;
  expect(mixup?.rows).toBe(erm?.rows);
  expect(other?.rows).toBe(erm?.rows);
  expect(mixup?.seed).toBe(erm?.seed);
  expect(other?.seed).not.toBe(erm?.seed);
  expect(other?.policy).toEqual(erm?.policy);
});

test('attacked digits are 200 that the seed does not train on', () => {
  const rows = rowsToAttack(digits, 3);
  const trained = new Set(part.ensemble.members[0]?.rows);
  expect(new Set(rows).size).toBe(200);
  expect(expectSome(rows, 'rows').filter((row) => trained.has(row))).toEqual([]);
  expect(trained.size).toBe(digitsProtocol.trainingRows);
});

/**
 * Networks that judge by one pixel each: member m says the right class if pixel m of the point is at most what it was,
 * and its loss rises with that pixel alone.
 */
function standIns(): TrainingEnsemble {
  const members = part?.ensemble.members.length ?? 0;
  const rows = part?.trials.flatMap(({ seed }) => Array.from(rowsToAttack(digits, seed))) ?? [];
  return {
    ensemble: part?.ensemble,
    step: 10,
    inputGradients: (points: Float32Array) => {
      const gradients = new Float32Array(members * points.length);
      for (let k = 0; k < gradients.length; k += 64) gradients[k + pixelOf(Math.floor(k / points.length))] = 1e-9;
      return Promise.resolve(gradients);
    },
    evaluate: (points: Float32Array) => {
      const logs = new Float32Array(members * rows.length * 10).fill(-20);
      for (let m = 0; m < members; m += 1) {
        rows.forEach((row, n) => {
          const now = points[n * 64 + pixelOf(m)] as number;
          const isMoved = now > (digits.inputs[row * 64 + pixelOf(m)] as number);
          const right = digits.labels[row] as number;
          logs[(m * rows.length + n) * 10 + (isMoved ? (right + 1) % 10 : right)] = 0;
        });
      }
      return Promise.resolve(logs);
    },
  } as unknown as TrainingEnsemble;
}

/** Pixels of the margin, blank in nearly every digit: each network has its own, but ERM shares the other network's. */
const pixelOf = (member: number): number => [0, 8, 0][member % 3] as number;

test('white-box attacks follow a network’s own gradient, black-box attacks that of the other ERM network', async () => {
  const measured = await part.measure(standIns(), createBreathe());
  const [erm, mixup] = measured;
  expect(Object.keys(erm ?? {}).sort()).toEqual([...attackMeasures].sort());
  expect(erm?.['white fgsm 0']).toBe(0);
  expect(erm?.['white fgsm 10']).toBe(1);
  expect(mixup?.['white fgsm 10']).toBe(1);
  // The change made on the other network moves the pixel that ERM looks at, and not mixup's.
  expect(erm?.['black i-fgsm 10']).toBe(1);
  expect(mixup?.['black i-fgsm 10']).toBe(0);
});

test('a network that diverged comes to no number, and harms no other', async () => {
  const sound = standIns();
  const broken: TrainingEnsemble = {
    ...sound,
    ensemble: sound.ensemble,
    inputGradients: async (points, labels) => (await sound.inputGradients(points, labels)).fill(NaN, 0, points.length),
    evaluate: async (points) => {
      const logs = await sound.evaluate(points);
      return logs.fill(NaN, 0, logs.length / 6);
    },
  };
  const [erm, mixup] = await part.measure(broken, createBreathe());
  expect(erm?.['white fgsm 4']).toBeNaN();
  expect(mixup?.['white fgsm 4']).toBe(1);
});
