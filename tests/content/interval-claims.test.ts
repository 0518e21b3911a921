import { describe, expect, test } from 'vitest';
import { capacityFinding, widthResults } from '../../src/islands/capacity-sweep/finding.ts';
import { capacitySweepSetup } from '../../src/islands/capacity-sweep/setup.ts';
import { bakedRerun } from '../../src/islands/kit/baked/baked-rerun.ts';
import { bakedDifference, bakedStudy } from '../../src/islands/kit/baked/baked-results.ts';
import { comparedDifferences, comparedErrors, type Compared } from '../../src/islands/two-intervals/compared.ts';
import { intervalsFinding, leavesOutZero, lostOnNewExamples, widening } from '../../src/islands/two-intervals/intervals-in-words.ts';
import { expectSome } from '../expect-some.ts';

/** What the article on intervals says in words, held against what is computed from the answers that were kept. */

const labels = (rows: readonly Compared[]): string[] => rows.map(({ label }) => label.replaceAll('\u00A0', ' '));
const named = (label: string): Compared => {
  const found = [...comparedErrors, ...comparedDifferences].find((one) => labels([one])[0] === label);
  if (!found) throw new Error(`expected "${label}", got ${labels([...comparedErrors, ...comparedDifferences]).join('; ')}`);
  return found;
};

describe('over examples', () => {
  test('the means are those over seeds: all seeds test equally many', () => {
    for (const row of expectSome(comparedErrors, 'errors')) expect(row.mean).toBeGreaterThan(0);
  });

  test('intervals of usual networks’ errors on digits are about twice as wide', () => {
    for (const label of ['ERM', 'mixup, α = 0.2']) {
      expect(widening(named(label))).toBeGreaterThan(1.7);
      expect(widening(named(label))).toBeLessThan(2.3);
    }
  });

  test('those of differences on digits are as wide, or up to about half as wide again', () => {
    const onDigits = comparedDifferences.filter(({ key }) => !key.startsWith('tabular'));
    for (const row of expectSome(onDigits, 'differences')) {
      expect(widening(row), row.label).toBeGreaterThan(0.85);
      expect(widening(row), row.label).toBeLessThan(1.65);
    }
  });

  test('with 4 units seeds are the larger chance', () => {
    expect(widening(named('ERM with 4 units'))).toBeLessThan(0.5);
  });

  test('the gain at 0.1 is lost, and that at 0.4 is at the edge on either count', () => {
    const edge = named('α = 0.4');
    for (const halfWidth of [edge.overSeeds, edge.overExamples]) expect(Math.abs(Math.abs(edge.mean) / halfWidth - 1)).toBeLessThan(0.1);
    expect(labels(lostOnNewExamples(comparedDifferences)).filter((label) => label !== 'α = 0.4')).toEqual(['α = 0.1']);
  });

  test('the others that are told stand: weak mixing and smoothing gain, strong mixing and mixup on two tables lose', () => {
    for (const label of ['α = 0.2', 'labels smoothed, not mixed', 'α = 0.2, 128 units'])
      expect(named(label).mean + named(label).overExamples, label).toBeLessThan(0);
    for (const label of ['α = 8', 'α = 32', 'α = 1, Breast cancer', 'α = 1, Iris'])
      expect(named(label).mean - named(label).overExamples, label).toBeGreaterThan(0);
  });

  test('the title counts what stands', () => {
    const told = comparedDifferences.filter((row) => leavesOutZero(row, row.overSeeds));
    expect(intervalsFinding(comparedDifferences)).toBe(
      `Of ${told.length} changes that seeds can tell, ${told.length - lostOnNewExamples(comparedDifferences).length} stand on new examples too`,
    );
    expect(intervalsFinding([named('α = 0.2'), named('α = 32')])).toBe('All 2 changes that seeds can tell stand on new examples too');
  });
});

test('paired, the difference at α = 0.2 has the narrowest interval of the three', () => {
  const paired = named('α = 0.2').overSeeds;
  expect(paired).toBeLessThan(named('ERM').overSeeds);
  expect(paired).toBeLessThan(named('mixup, α = 0.2').overSeeds);
});

describe('of the gain with the size of the network it is true', () => {
  const results = widthResults(bakedRerun(capacitySweepSetup), 0.2);
  const change = (units: number) =>
    bakedDifference('capacity-sweep', `weak-mixup-${units}.testError.last`, `erm-${units}.testError.last`);

  test('that as a share of ERM’s errors the gain is larger with 64 and 128 units than with fewer', () => {
    const shares = results.map(({ change: one }) => one?.mean as number);
    expect(Math.max(...shares.slice(4))).toBeLessThan(Math.min(...shares.slice(0, 4)));
    expect(capacityFinding(results, 0.2)).not.toContain('The larger the network');
  });

  test('that in points the intervals at 16 and at 128 units overlap, and the mean at 8 is no smaller gain', () => {
    const [few, many] = [change(16), change(128)];
    expect(many.mean + many.halfWidth).toBeGreaterThan(few.mean - few.halfWidth);
    expect(change(8).mean).toBeLessThan(few.mean);
  });
});

test('about a hundred conditions on digits are compared', () => {
  const studies = [
    'alpha-sweep',
    'capacity-sweep',
    'ablation',
    'ablation-strong-decay',
    'number-of-examples',
    'corrupted-labels',
    'mixing-choices',
    'mixing-in-time',
    'learning-curves',
    'uneven-classes',
  ];
  const trainings = studies.flatMap((experiment) =>
    bakedStudy(experiment)
      .conditions.filter(({ condition }) => !/(^|[ -])erm\b/.test(condition))
      .map(({ measures }) => String(measures['testError']?.last.values)),
  );
  // The same trainings in several studies are one condition.
  expect(new Set(trainings).size).toBeGreaterThan(90);
  expect(new Set(trainings).size).toBeLessThan(110);
});

test('ERM and mixup with α = 1 are the same trainings in three figures', () => {
  const valuesOf = (experiment: string, condition: string) =>
    bakedStudy(experiment).conditions.find((one) => one.condition === condition)?.measures['testError']?.last.values;
  for (const method of ['erm', 'mixup']) {
    const own = valuesOf('alpha-sweep', method === 'erm' ? 'erm' : 'mixup-1');
    expect(own).toHaveLength(16);
    expect(valuesOf('capacity-sweep', `${method}-64`)).toEqual(own);
    expect(valuesOf('mixing-choices', method)).toEqual(own);
  }
});
