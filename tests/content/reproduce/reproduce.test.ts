import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import runs from '../../../content/code/study-runs.json' with { type: 'json' };
import kept from '../../fixtures/pytorch-steps.json' with { type: 'json' };
import { articleStudies } from '../../../src/components/reproduce/article-studies.ts';
import { studyPrograms } from '../../../src/components/reproduce/study-programs.ts';
import { studyProgram, type Templates } from '../../../src/components/reproduce/study-program.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { baked, bakedFile } from '../../../src/islands/kit/baked/baked-results.ts';
import { ablationConditions } from '../../../src/studies/ablation.ts';
import { alphaSweepConditions } from '../../../src/studies/alpha-sweep.ts';
import { capacitySweepConditions } from '../../../src/studies/capacity-sweep.ts';
import { corruptedConditions } from '../../../src/studies/corrupted-labels.ts';
import { digitsProtocol } from '../../../src/studies/digits-study.ts';
import { memorization } from '../../../src/studies/memorization.ts';
import { mixingChoicesConditions } from '../../../src/studies/mixing-choices.ts';
import { mixingInTime } from '../../../src/studies/mixing-in-time.ts';
import { speakerProtocol } from '../../../src/studies/new-speakers.ts';
import { numberOfExamples } from '../../../src/studies/number-of-examples.ts';
import type { Condition } from '../../../src/studies/study.ts';
import { tabularConditions, tabularProtocol } from '../../../src/studies/tabular-data.ts';
import { expectSome } from '../../expect-some.ts';
import { articleSources } from '../prose.ts';
import { stepCases } from './step-cases.ts';

const digits = await readDigits();
const programs = new Map(studyPrograms().map((program) => [program.study, program]));
const textOf = (study: string): string => programs.get(study)?.text ?? '';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The arguments of each `Policy(...)` of a program, by the condition's name, as JSON reads them. */
function policiesIn(text: string): Record<string, Record<string, unknown>> {
  const found = text.matchAll(/^ {12}"([^"]+)": Policy\(([^)]*)\)/gm);
  return Object.fromEntries(
    Array.from(found, ([, name = '', inside = '']) => [
      name,
      Object.fromEntries(
        Array.from(inside.matchAll(/(\w+)=("[^"]*"|[\w.]+)/g), ([, key = '', given = '']) => [
          key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
          JSON.parse(given.replace('True', 'true').replace('False', 'false')),
        ]),
      ),
    ]),
  );
}

/** What `Policy` has in Python where nothing is given. */
function standing(text: string): Record<string, unknown> {
  const body = /class Policy:([\s\S]*?)\n\n\n/.exec(text)?.[1] ?? '';
  const lines = body.matchAll(/^ {4}(\w+): \w+ = ("[^"]*"|\S+?)(?: {2}#.*)?$/gm);
  return Object.fromEntries(
    Array.from(lines, ([, key = '', given = '']) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      given === 'float("inf")' ? undefined : JSON.parse(given.replace('True', 'true').replace('False', 'false')),
    ]),
  );
}

const numbers = (text: string, name: string): number[] =>
  (new RegExp(`\\b${name}\\s?=\\s?[[(]?([\\d., e-]+)`).exec(text)?.[1] ?? '').split(',').filter((one) => one.trim() !== '').map(Number);

describe('the program in PyTorch of', () => {
  test.each<[string, readonly Condition[]]>([
    ['ablation', ablationConditions.filter(({ decay }) => decay === 'weak')],
    ['ablation-strong-decay', ablationConditions.filter(({ decay }) => decay === 'strong')],
    ['capacity-sweep', capacitySweepConditions],
    ['corrupted-labels', corruptedConditions()],
    ['alpha-sweep', alphaSweepConditions],
    ['tabular-abalone', tabularConditions('abalone')],
    ['mixing-in-time', mixingInTime(digits).conditions],
    ['mixing-choices', mixingChoicesConditions],
    ['number-of-examples', numberOfExamples(digits).conditions],
    ['memorization', memorization(digits).conditions],
  ])('%s has the conditions of the study, each with the policy it says', (study, conditions) => {
    const text = textOf(study);
    const found = policiesIn(text);
    expect(Object.keys(found)).toEqual(conditions.map(({ name }) => name));
    for (const { name, policy } of conditions) {
      const { mixesFrom = 0, mixesUntil, heavier = 'either', ...rest } = policy;
      expect({ ...standing(text), ...found[name] }, name).toEqual({ ...rest, heavier, mixesFrom, mixesUntil });
    }
  });

  test('a study on digits trains as the protocol says', () => {
    const text = textOf('mixing-choices');
    const { optimizer, batch, trainingRows, testRows, steps, hidden } = digitsProtocol;
    const { learningRate, beta1, beta2, epsilon, weightDecay } = optimizer;
    for (const [name, expected] of Object.entries({
      STEPS: [steps],
      TEST_ROWS: [testRows],
      batch: [batch],
      training_rows: [trainingRows],
      sizes: [64, hidden, hidden, 10],
      lr: [learningRate],
      betas: [beta1, beta2],
      eps: [epsilon],
      weight_decay: [weightDecay],
    }))
      expect(numbers(text, name), name).toEqual(expected);
    expect(text).toContain('DATA = "digits.csv"');
    expect(text).toContain('table[:, :-1] / 16');
  });

  test('a table and one of voices have the paper’s network and the speakers of their studies', () => {
    const table = textOf('tabular-iris');
    expect(numbers(table, 'sizes')).toEqual([4, ...tabularProtocol.hidden, 3]);
    expect(numbers(table, 'training_rows')).toEqual([tabularProtocol.trainingShare * 150]);
    expect(numbers(table, 'STEPS')).toEqual([(tabularProtocol.epochs * 120) / tabularProtocol.batch]);
    expect(numbers(textOf('new-speakers'), 'TRAINING_SPEAKERS')).toEqual([speakerProtocol.trainingSpeakers]);
    expect(textOf('new-speakers')).toContain('DRAWS_SPEAKERS = True');
    expect(textOf('new-speakers-historical')).toContain('DRAWS_SPEAKERS = False');
  });

  test('wrong labels redraws the share that each condition says', () => {
    const redrawn = /redrawn=\{([^}]*)\}/.exec(textOf('corrupted-labels'))?.[1] ?? '';
    const found = Array.from(redrawn.matchAll(/"([^"]+)": ([\d.]+)/g), ([, name, share]) => [name, Number(share)]);
    expect(found).toEqual(corruptedConditions().map((one) => [one.name, one.redrawn]));
    // Stopped early is no training of its own.
    expect(textOf('corrupted-labels')).not.toContain('stopped-early');
  });

  test.each([...programs.keys()])('%s names the seeds and the errors of its file', (study) => {
    const text = textOf(study);
    const [, first, end] = /^SEEDS = list\(range\((\d+), (\d+)\)\)$/m.exec(text) ?? [];
    const seeds = Array.from({ length: Number(end) - Number(first) }, (_, n) => Number(first) + n);
    expect(seeds).toEqual(bakedFile(study)['seeds']);
    const measured = Array.from(text.split('MEASURED = ')[1]?.matchAll(/^ {4}"([^"]+)": \(([\d.]+), ([\d.]+)\)/gm) ?? []);
    for (const [, name = '', mean, halfWidth] of expectSome(measured, 'measured errors')) {
      const found = baked(study, `${name}.testError.last`);
      expect([mean, halfWidth]).toEqual([(100 * found.mean).toFixed(2), (100 * found.halfWidth).toFixed(2)]);
    }
  });
});

describe('programs in PyTorch', () => {
  test('are Python, and no wider than the text column', () => {
    for (const [study, { text }] of expectSome([...programs], 'programs')) {
      expect(text.split('\n').filter((line) => line.length > 80), study).toEqual([]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
    if (spawnSync('python3', ['--version']).status !== 0) return;
    const check = 'import ast, sys, json\nfor text in json.load(sys.stdin): ast.parse(text)';
    const input = JSON.stringify([...programs.values()].map(({ text }) => text));
    expect(spawnSync('python3', ['-c', check], { input, encoding: 'utf8' }).stderr).toBe('');
  });

  test('compute a step as slow arithmetic does: its loss, and every weight after it', () => {
    const templates = ['policy', 'training'].map((name) =>
      readFileSync(new URL(`../../../src/components/reproduce/templates/${name}.py`, import.meta.url), 'utf8'),
    );
    expect(sha256(templates.join('\n')), 'the program has changed: node tests/content/reproduce/record-steps.ts').toBe(kept.sha256);
    const steps = kept.steps as Record<string, { loss: number; parameters: number[] }>;
    for (const { name, before, expected } of stepCases) {
      const step = steps[name];
      expect(step?.loss, name).toBeCloseTo(expected.loss, 6);
      expect(Math.max(...expected.parameters.map((w, k) => Math.abs(w - (step?.parameters[k] ?? NaN)))), name).toBeLessThan(1e-6);
      expect(Math.max(...before.map((w, k) => Math.abs(w - (step?.parameters[k] ?? NaN)))), name).toBeGreaterThan(1e-3);
    }
  });

  test('that were run are as they were then, and came out as the site did, as far as so few seeds can tell', () => {
    for (const [study, run] of expectSome(Object.entries(runs as Record<string, { sha256: string; seeds: number; printed: string[] }>), 'runs')) {
      expect(sha256(textOf(study)), `${study} has changed: run it again`).toBe(run.sha256);
      const seeds = (bakedFile(study)['seeds'] as readonly number[]).length;
      for (const line of expectSome(run.printed, 'lines')) {
        const [, name = '', wrong] = /^(.+): ([\d.]+) % wrong/.exec(line) ?? [];
        const { mean, halfWidth } = baked(study, `${name}.testError.last`);
        // Five standard errors of so few seeds, from half the interval of all: about two standard errors of theirs.
        const tolerance = 5 * ((100 * halfWidth) / 2) * Math.sqrt(seeds / run.seeds) + 0.1;
        expect(Math.abs(Number(wrong) - 100 * mean), `${study} ${line}`).toBeLessThan(tolerance);
      }
    }
  });

  test('are not made where a study does what they cannot', () => {
    const file = bakedFile('ablation') as { settings: { parts: { policies: Record<string, object> }[] } };
    const [part] = file.settings.parts;
    const changed = (change: object): object => ({ ...file, settings: { ...file.settings, parts: [{ ...part, ...change }] } });
    const templates = Object.fromEntries(['policy', 'digits', 'table', 'vowels', 'standardize', 'training'].map((name) => [name, ''])) as Templates;
    expect(studyProgram('as-it-is', changed({}), templates)).toContain('"mixup": Policy(alpha=1)');
    const masked = { ...part?.policies['mixup'], mask: { kind: 'patch', width: 8, height: 8 } };
    expect(studyProgram('cuts', changed({ policies: { mixup: masked } }), templates)).toBeUndefined();
    const network = { sizes: [64, 64, 10], activation: 'relu', convolutions: [{}] };
    expect(studyProgram('convolves', changed({ network }), templates)).toBeUndefined();
    expect(studyProgram('uneven', changed({ classShares: { mixup: [1] } }), templates)).toBeUndefined();
    for (const study of ['gan-ring', 'error-under-attack', 'memorized-digits']) expect(programs.has(study)).toBe(false);
  });
});

test('each article on an experiment says how to repeat all that it is written with', () => {
  const roomsOf = (body: string): string[] =>
    Array.from(body.matchAll(/<([A-Z]\w*)/g), ([, name = '']) => name.replace(/(?<=[a-z])[A-Z]/g, (one) => `-${one}`).toLowerCase());
  const found = Object.fromEntries(
    expectSome(articleSources(), 'articles').filter(({ part }) => part === 'experiments').map(({ slug, body }) => [slug, articleStudies(body, roomsOf(body))]),
  );
  for (const [slug, studies] of expectSome(Object.entries(found), 'experiments')) expect(studies.length, slug).toBeGreaterThan(0);
  expect(found['ablation']).toContain('ablation');
  expect(found['corrupted-labels']).toEqual(expect.arrayContaining(['corrupted-labels', 'memorized-digits']));
  expect(found['adversarial-examples']).toEqual(expect.arrayContaining(['attack-networks', 'error-under-attack', 'error-under-attack-strong']));
  expect(found['gans']).toEqual(['gan-grid', 'gan-paper-size', 'gan-ring', 'gan-tight-ring']);
});
