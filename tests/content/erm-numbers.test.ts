import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import content from '../../content/results/memorization.json' with { type: 'json' };
import { parameterCount } from '../../src/core/training/network.ts';
import { bentCurve, type Settings } from '../../src/islands/bend-curve/bent-curve.ts';
import { bendCurveParameters } from '../../src/islands/bend-curve/parameters.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import { parseQuery } from '../../src/parameters/url-codec.ts';
import { digitsNetwork } from '../../src/studies/digits-study.ts';

const text = readFileSync(join(import.meta.dirname, '../../content/articles/supervised-learning-and-erm.mdx'), 'utf8').replace(/\s+/g, ' ');
const start: Settings = defaultsOf(bendCurveParameters);
const risks = (shape: Settings['shape'], seed = 1) => bentCurve({ ...start, shape, seed });

test('what “Supervised learning” says of the curves is what the figure shows', () => {
  const at = (shape: Settings['shape']) => [risks(shape).empiricalRisk.toFixed(2), risks(shape).risk.toFixed(2)] as const;
  expect(text).toContain(`its empirical risk is ${at('line')[0]} °C², its risk ${at('line')[1]}`);
  expect(text).toContain(`makes compromises: ${at('smooth').join(' and ')}`);
  expect(at('through')[0]).toBe('0.00');
  expect(text).toContain(`Yet the risk is ${at('through')[1]}`);
  expect(text).toContain(`the lowest risk there is, ${at('truth')[1]}, all of it noise. But its empirical risk is ${at('truth')[0]},`);
  expect(text).toContain(`while the risk is ${at('wild')[1]} °C²`);
  const hot = risks('through').handles.find(({ hour }) => Math.round(60 * hour) === 14 * 60 + 35);
  expect(hot?.reading).toBe(Math.max(...risks('through').readings.temperatures));
});

test('what it says of 1,000 days is their average', () => {
  const mean = (shape: Settings['shape']) => {
    const days = Array.from({ length: 1000 }, (_, i) => risks(shape, i + 1));
    // Over 1,000 days Student's t is the normal quantile, 1.96.
    return (['empiricalRisk', 'risk'] as const).map((name) => {
      const mean = days.reduce((sum, day) => sum + day[name], 0) / 1000;
      const variance = days.reduce((sum, day) => sum + (day[name] - mean) ** 2, 0) / 999;
      return [mean, 1.96 * Math.sqrt(variance / 1000)].map((value) => value.toFixed(1)).join(' ± ');
    });
  };
  expect(text).toContain(`the line has an empirical risk of ${mean('line').join(' and a risk of ')} °C² on average`);
  expect(text).toContain(`the smooth curve ${mean('smooth').join(' and ')}`);
  expect(text).toContain(`the curve through every reading 0 and ${mean('through')[1]}`);
});

test('the two pulls of its question have the risks it tells, and their words set them', () => {
  const pulled = Array.from(text.matchAll(/shape=through&seed=1&points=(\w+)/g), ([, points]) => {
    const { values, notices } = parseQuery(`?bend-curve.points=${points}`, 'bend-curve', bendCurveParameters);
    expect(notices).toEqual([]);
    return bentCurve(values);
  });
  expect(pulled).toHaveLength(2);
  for (const { empiricalRisk } of pulled) expect(empiricalRisk).toBeCloseTo(0, 20);
  const [first, second] = pulled.map(({ risk }) => risk.toFixed(2));
  expect(text).toContain(`falls from ${risks('through').risk.toFixed(2)} to ${first} °C²`);
  expect(text).toContain(`rises to ${second} with`);
});

test('what it says of memorization is what was computed', () => {
  const [right, half, random] = content.conditions.map(({ measures }) => measures) as [Measures, Measures, Measures];
  for (const { trainingError } of [right, half, random]) expect(Math.max(...trainingError.last.values)).toBe(0);
  expect(text).toContain(`All ${3 * content.seeds.length} networks, ${content.seeds.length} <Term`);
  expect(text).toContain('which cannot be told from the 90 % of guessing');
  expect(Math.abs(random.testError.last.mean - 0.9)).toBeLessThan(random.testError.last.halfWidth);
  expect(half.testError.least.mean + 0.1).toBeLessThan(half.testError.last.mean);
});

test('what it says of the network and its training is so', () => {
  const [part] = content.settings.parts;
  expect(text).toContain(parameterCount(digitsNetwork({ hidden: 64 })).toLocaleString('en-US'));
  expect(part?.network).toEqual(digitsNetwork({ hidden: 64 }));
  expect(text).toContain(`mini-batches of ${part?.batch}, ${content.settings.steps} steps of Adam`);
  expect(text).toContain(`learning rate ${part?.optimizer.learningRate}`);
  expect(text).toContain(`draws the ${part?.trainingRows} training digits`);
  expect(text).toContain(`every ${content.settings.measureEvery} steps`);
});

type Measures = (typeof content.conditions)[number]['measures'];
