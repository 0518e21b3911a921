import { describe, expect, test } from 'vitest';
import file from '../../content/results/asked-and-learned.json' with { type: 'json' };
import { askedOnLine } from '../../src/core/asked/asked-on-line.ts';
import { lineExamples } from '../../src/islands/asked-on-line/line-examples.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import { askedParameters } from '../../src/islands/asked-and-learned/parameters.ts';
import { baked } from '../../src/islands/kit/baked/baked-results.ts';
import { unpackLearned } from '../../src/islands/asked-and-learned/baked-learned.ts';
import { askedAlphas, askedExperiment, askedProblems } from '../../src/studies/asked-and-learned.ts';

/** What the article on what mixup asks for says in words, held against what is kept. */

const mean = (path: string): number => baked('asked-and-learned', path).mean;
const settings = Object.keys(askedProblems).flatMap((problem) =>
  askedAlphas.map((alpha) => [problem, `${problem}.alpha-${String(alpha).replace('.', '_')}`] as const),
);

describe('over the seeds it is true', () => {
  test.each(settings)('on %s, %s, that mixup’s network is nearer to what is asked for than ERM’s', (_, at) => {
    const [mixup, erm] = [baked('asked-and-learned', `${at}.mixup.distance`), baked('asked-and-learned', `${at}.erm.distance`)];
    expect(mixup.mean + mixup.halfWidth).toBeLessThan(erm.mean - erm.halfWidth);
  });

  test.each(settings)('on %s, %s, that most of its mistakes were asked for', (_, at) => {
    const { mean: share, halfWidth } = baked('asked-and-learned', `${at}.mixup.sharedWithAsked`);
    expect(share - halfWidth).toBeGreaterThan(50);
  });

  test('that hardly any spiral is asked for at α = 8, and that nearly all mistakes there were', () => {
    expect(mean('spirals.alpha-8.asked.error')).toBeGreaterThan(25);
    expect(mean('spirals.alpha-8.mixup.sharedWithAsked')).toBeGreaterThan(80);
  });

  test('that the mean votes wrong labels down: it errs less than the labels do, and mixup less than ERM', () => {
    expect(mean('moons.alpha-1.asked.error')).toBeLessThan(100 * askedProblems.moons.flipped);
    expect(mean('moons.alpha-1.mixup.error')).toBeLessThan(mean('moons.erm.error'));
  });

  test('that mixup loses on spirals, the more the larger α is', () => {
    expect(mean('spirals.alpha-1.mixup.error')).toBeGreaterThan(mean('spirals.erm.error'));
    expect(mean('spirals.alpha-8.mixup.error')).toBeGreaterThan(mean('spirals.alpha-1.mixup.error'));
  });
});

test('the figure shows at first the seed nearest the means, with the errors that are kept of it', () => {
  const first = defaultsOf(askedParameters);
  expect(first.seed).toBe(file.typicalSeed);
  const { test: tests } = askedExperiment(first);
  const { mistakes } = unpackLearned(file.picture as unknown as Parameters<typeof unpackLearned>[0], tests.labels.length);
  const wrong = (of: 'erm' | 'mixup'): number => mistakes[of].reduce((sum, one) => sum + one) / (tests.labels.length / 100);
  expect(wrong('erm')).toBeCloseTo(file.results.spirals.erm.error.values[file.seeds.indexOf(first.seed)] as number, 5);
  expect(wrong('mixup')).toBeCloseTo(file.results.spirals['alpha-1'].mixup.error.values[file.seeds.indexOf(first.seed)] as number, 5);
});

describe('on a line it is true', () => {
  const asked = (name: keyof typeof lineExamples, alpha: number, x: number): number => {
    const examples = lineExamples[name];
    return askedOnLine(
      examples.map((example) => example.x),
      examples.map(({ label }) => label),
      alpha,
      x,
    );
  };

  test('that a lone B among A is outvoted close beside it, and a group of B once α is large', () => {
    expect(asked('wrong', 1, 0.28)).toBeLessThan(0.5);
    expect(asked('amid', 1, 0.48)).toBeGreaterThan(0.5);
    expect(asked('amid', 4, 0.48)).toBeLessThan(0.5);
  });
});
