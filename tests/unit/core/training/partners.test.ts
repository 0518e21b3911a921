import { describe, expect, test } from 'vitest';
import { allRows, type Ensemble, type Member } from '../../../../src/core/training/ensemble.ts';
import { sgd } from '../../../../src/core/training/optimizer.ts';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { draw } from '../../../../src/core/training/draw.ts';
import { mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { createRandom, randomInteger, randomNormal } from '../../../../src/core/random/random.ts';
import { expectSome } from '../../../expect-some.ts';

const rows = 40;
const width = 5;
const classes = 4;
const batch = 16;
const random = createRandom('partners test');
const inputs = Float32Array.from({ length: rows * width }, () => randomNormal(random));
const labels = Uint8Array.from({ length: rows }, () => randomInteger(random, classes));
/** The rows 0 to 29; the rest is never trained on and must never be a partner. */
const trained = allRows(30);

/** All pairs (i, j) that a member draws in some steps. */
function pairsOf(policy: Partial<Policy>, changes: Partial<Member> = {}, steps = 400): [number, number][] {
  const member = { seed: 8, policy: mixupPolicy(1, policy), optimizer: sgd(0.1), labels, rows: trained, ...changes };
  const ensemble: Ensemble = {
    network: { sizes: [width, classes], activation: 'relu' },
    inputs,
    members: [member],
    batch,
  };
  const plan = createPlan(ensemble);
  return Array.from({ length: steps * batch }, (_, k) => {
    const { first, second } = draw(plan, 0, Math.floor(k / batch), k % batch);
    return [first, second];
  });
}

const distance = (a: number, b: number): number =>
  Math.hypot(
    ...Array.from({ length: width }, (_, k) => (inputs[a * width + k] as number) - (inputs[b * width + k] as number)),
  );

const bruteForceNearest = (row: number, k: number, allowed: (other: number) => boolean): number[] =>
  Array.from(trained)
    .filter((other) => other !== row && allowed(other))
    .sort((a, b) => distance(row, a) - distance(row, b))
    .slice(0, k);

/** Which partners each row had, and how often. */
function countPartners(pairs: readonly [number, number][]): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>();
  for (const [i, j] of expectSome(pairs, 'pairs')) {
    const ofRow = counts.get(i) ?? new Map<number, number>();
    ofRow.set(j, (ofRow.get(j) ?? 0) + 1);
    counts.set(i, ofRow);
  }
  return counts;
}

const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

describe('random partners of any class', () => {
  test('are uniform over all rows the member trains on, itself included', () => {
    const counts = new Array<number>(rows).fill(0);
    const pairs = pairsOf({});
    for (const [, j] of pairs) (counts[j] as number) += 1;
    expect(counts.slice(30).every((count) => count === 0)).toBe(true);
    const expected = pairs.length / 30;
    const chiSquare = counts.slice(0, 30).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The 0.999 quantile of chi-square with 29 degrees of freedom.
    expect(chiSquare).toBeLessThan(58.3);
    expect(pairs.some(([i, j]) => i === j)).toBe(true);
  });

  test('from the batch are a permutation of it, a new one each step', () => {
    const pairs = pairsOf({ partnerPool: 'batch' });
    const places = new Set<string>();
    for (let step = 0; step < pairs.length / batch; step += 1) {
      const ofStep = pairs.slice(step * batch, (step + 1) * batch);
      expect(sorted(ofStep.map(([, j]) => j))).toEqual(sorted(ofStep.map(([i]) => i)));
      places.add(ofStep.map(([, j]) => ofStep.findIndex(([i]) => i === j)).join());
    }
    expect(places.size).toBe(pairs.length / batch);
  });
});

describe('partners of the same class', () => {
  test('have the same training label, all such rows being equally likely', () => {
    const counts = countPartners(pairsOf({ partnerClass: 'same' }, {}, 1500));
    for (const [i, partners] of expectSome(counts, 'rows')) {
      const group = Array.from(trained).filter((row) => labels[row] === labels[i]);
      expect(sorted(partners.keys())).toEqual(group);
      const total = sorted(partners.values()).reduce((a, b) => a + b, 0);
      const expected = total / group.length;
      const chiSquare = [...partners.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquare).toBeLessThan(3 * group.length + 12);
    }
  });

  test('follow the member’s own labels, wrong ones included', () => {
    const wrong = labels.map((label) => (label + 1 + (label % 2)) % classes);
    for (const [i, j] of expectSome(pairsOf({ partnerClass: 'same' }, { labels: wrong }), 'pairs'))
      expect(wrong[j]).toBe(wrong[i]);
  });

  test('ignore the pool: rows outside the batch are partners too', () => {
    expect(pairsOf({ partnerClass: 'same', partnerPool: 'batch' })).toEqual(pairsOf({ partnerClass: 'same' }));
  });
});

describe('nearest partners', () => {
  test.each([1, 4, 7])('are the %d nearest other rows, each drawn as often', (k) => {
    const counts = countPartners(pairsOf({ partnerChoice: 'nearest', nearest: k }, {}, 1500));
    expect(counts.size).toBe(30);
    for (const [i, partners] of expectSome(counts, 'rows')) {
      expect(sorted(partners.keys())).toEqual(sorted(bruteForceNearest(i, k, () => true)));
      const total = [...partners.values()].reduce((a, b) => a + b, 0);
      for (const count of partners.values()) {
        expect(Math.abs(count - total / k)).toBeLessThanOrEqual(5 * Math.sqrt(total / k));
      }
    }
  });

  test('of the same class are the nearest rows with the same training label', () => {
    const counts = countPartners(pairsOf({ partnerChoice: 'nearest', partnerClass: 'same', nearest: 3 }, {}, 600));
    for (const [i, partners] of expectSome(counts, 'rows')) {
      expect(sorted(partners.keys())).toEqual(sorted(bruteForceNearest(i, 3, (j) => labels[j] === labels[i])));
    }
  });

  test('are fewer where there are fewer, and the row itself where there are none', () => {
    const few = Uint32Array.of(4, 9, 17);
    const counts = countPartners(pairsOf({ partnerChoice: 'nearest', nearest: 10 }, { rows: few }));
    for (const [i, partners] of expectSome(counts, 'rows'))
      expect(sorted(partners.keys())).toEqual([4, 9, 17].filter((row) => row !== i));
    const alone = Uint8Array.from({ length: rows }, (_, row) => (row === 9 ? 1 : 0));
    const policy = { partnerChoice: 'nearest', partnerClass: 'same' } as const;
    for (const [i, j] of pairsOf(policy, { rows: few, labels: alone })) if (i === 9) expect(j).toBe(9);
  });

  test('are the same rows under every seed, drawn differently', () => {
    const first = countPartners(pairsOf({ partnerChoice: 'nearest' }, {}, 600));
    const second = countPartners(pairsOf({ partnerChoice: 'nearest' }, { seed: 77 }, 600));
    for (const [i, partners] of expectSome(first, 'rows'))
      expect(sorted(second.get(i)?.keys() ?? [])).toEqual(sorted(partners.keys()));
  });
});
