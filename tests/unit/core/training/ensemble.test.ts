import { describe, expect, test } from 'vitest';
import {
  allRows,
  expectEnsemble,
  rowCount,
  type Ensemble,
  type Member,
} from '../../../../src/core/training/ensemble.ts';
import { adam, sgd } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../../src/core/training/policy.ts';

const member: Member = {
  seed: 1,
  policy: ermPolicy,
  optimizer: adam(0.01),
  labels: Uint8Array.of(0, 1, 2, 0),
  rows: allRows(4),
};
const ensemble: Ensemble = {
  network: { sizes: [2, 5, 3], activation: 'relu' },
  inputs: new Float32Array(8),
  members: [member, { ...member, seed: 2, policy: mixupPolicy(1) }],
  batch: 2,
};

describe('an ensemble', () => {
  test('that is sound is accepted as it is', () => {
    expect(expectEnsemble(ensemble)).toBe(ensemble);
    expect(rowCount(ensemble)).toBe(4);
    expect(Array.from(allRows(3))).toEqual([0, 1, 2]);
  });

  const withMember = (changes: Partial<Member>): Partial<Ensemble> => ({
    members: [member, { ...member, ...changes }],
  });

  test.each<[Partial<Ensemble>, string]>([
    [{ batch: 0 }, 'ensemble.batch: expected a whole number from 1 to 1024, got 0.'],
    [{ members: [] }, 'ensemble.members.length: expected a whole number from 1 to 4096, got 0.'],
    [{ members: new Array<Member>(4097).fill(member) }, 'ensemble.members.length'],
    [
      { inputs: new Float32Array(7) },
      'ensemble.inputs.length / 2 (rows): expected a whole number from 1 to 16777216, got 3.5.',
    ],
    [{ inputs: new Float32Array(0) }, 'ensemble.inputs.length / 2 (rows)'],
    [
      { inputs: Float32Array.of(0, 0, 0, Number.NaN, 0, 0, 0, 0) },
      'ensemble.inputs: expected finite numbers, got NaN at index 3.',
    ],
    [{ network: { sizes: [2, 2000, 3], activation: 'relu' } }, 'network.sizes[1]'],
    [withMember({ optimizer: adam(-1) }), 'optimizer.learningRate'],
    [withMember({ optimizer: sgd(0.1) }), 'optimizer.kind (of one ensemble): expected one of "adam", got "sgd".'],
    [
      {
        members: Array.from({ length: 33 }, (_, m) => ({ ...member, optimizer: { ...adam(0.01), beta1: m / 40 } })),
      },
      'different beta1 and beta2 of one ensemble: expected a whole number from 0 to 32, got 33.',
    ],
    [withMember({ seed: -1 }), 'members[1].seed: expected a whole number from 0 to 4294967295, got -1.'],
    [withMember({ labels: Uint8Array.of(0, 1) }), 'members[1].labels: expected 4 labels, one for each row, got 2.'],
    [
      withMember({ labels: Uint8Array.of(0, 1, 3, 0) }),
      'members[1].labels: expected whole numbers from 0 to 2, got 3 at index 2.',
    ],
    [
      withMember({ rows: new Uint32Array(0) }),
      'members[1].rows.length: expected a whole number from 1 to 1048576, got 0.',
    ],
    [
      withMember({ rows: Uint32Array.of(0, 4) }),
      'members[1].rows: expected whole numbers from 0 to 3, got 4 at index 1.',
    ],
    [withMember({ policy: mixupPolicy(1, { layer: 2 }) }), 'policy.layer: expected a whole number from 0 to 1, got 2.'],
  ])('that is not is refused (case %#)', (changes, message) => {
    expect(() => expectEnsemble({ ...ensemble, ...changes })).toThrow(message);
  });
});
