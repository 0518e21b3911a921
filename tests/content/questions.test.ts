import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerText, grouped } from '../../src/components/questions.ts';
import { codeFile, functionOf } from '../../src/components/code-files.ts';
import { shortReference } from '../../src/components/cite.ts';
import { faqPage } from '../../src/components/structured-data.ts';
import { baked, bakedDifference, bakedFile } from '../../src/islands/kit/baked/baked-results.ts';
import { contentIndex } from '../../src/markdown/content-index.ts';
import { expectSome } from '../expect-some.ts';
import { fullSentences } from './prose.ts';
import { root } from './render-article.ts';

type Question = Parameters<typeof grouped>[0][number];

const read = <Entry>(path: string): Entry[] => JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as Entry[];
const questions = read<Question>('content/questions/questions.json');
const works = read<{ id: string }>('content/bibliography/references.json');

describe.each(expectSome(questions, 'questions'))('the question $id', (one) => {
  test('is answered in at most three sentences, with every number put in', () => {
    const answer = answerText(one);
    expect(fullSentences(answer).length, answer).toBeLessThanOrEqual(3);
    expect(answer).not.toMatch(/[{}`]|NaN|undefined/);
    for (const name of Object.keys(one.numbers ?? {})) expect(one.answer).toContain(`{${name}}`);
  });

  test('leads to where the site shows it, to a program, or to a work, and all of these are there', () => {
    const { shows = [], code, works: cited = [] } = one;
    expect(shows.length + cited.length + (code ? 1 : 0)).toBeGreaterThan(0);
    const pages = contentIndex(root).pages();
    for (const { to } of shows) expect(pages).toContain(to.replace(/#.*$/, ''));
    if (code) expect(code.part === undefined ? codeFile(code.of).text : functionOf(codeFile(code.of).text, code.part)).toMatch(/\S/);
    const keys = works.map(({ id }) => id);
    for (const key of cited) expect(keys).toContain(key);
  });
});

test('there are thirty questions and more, each once, and no program is shown twice', () => {
  expect(questions.length).toBeGreaterThanOrEqual(30);
  for (const named of [questions.map(({ id }) => id), questions.map(({ question }) => question), questions.flatMap(({ code }) => (code ? [code.of] : []))])
    expect(named.toSorted()).toEqual([...new Set(named)].sort());
});

test('they stand under headings, in their order, and none is lost', () => {
  expect(questions.map(({ order }) => order)).toEqual(questions.map((_, n) => n + 1));
  const groups = grouped(questions);
  expect(groups.length).toBeGreaterThan(3);
  expect(groups.flatMap((group) => group.questions)).toEqual(questions);
  for (const { anchor } of groups) expect(anchor).toMatch(/^[a-z-]+[a-z]$/);
});

test('search engines are told every question with its answer as it is read', () => {
  const told = faqPage(questions.map((one) => ({ ...one, answer: answerText(one) })));
  const text = JSON.stringify(told);
  expect(told).toMatchObject({ '@type': 'FAQPage', mainEntity: { length: questions.length } });
  expect(text).toContain('"@type":"Question","name":"Does an epoch with mixup see half as many examples?","acceptedAnswer":{"@type":"Answer","text":"No: each example');
  expect(text).not.toMatch(/[{]\w+[}]/);
});

test('a work is named by its family names and its year, with its address', () => {
  const work = { title: 'T', year: 2020, arxiv: '2001.00001' };
  expect(shortReference({ ...work, authors: ['A, B'] })).toEqual({ name: 'A, 2020', address: 'https://arxiv.org/abs/2001.00001' });
  expect(shortReference({ ...work, authors: ['A, B', 'C, D'] }).name).toBe('A and C, 2020');
  expect(shortReference({ ...work, authors: ['A, B', 'C, D', 'E, F'], url: 'https://x.example/' })).toEqual({ name: 'A and others, 2020', address: 'https://x.example/' });
  expect(() => shortReference({ title: 'T', year: 2020, authors: ['A, B'] })).toThrow('"T" has no address');
});

test('every number of ours in an answer is a mean over 16 seeds, as the page says above them', () => {
  const experiments = questions.flatMap(({ numbers = {} }) => Object.values(numbers).flatMap((one) => ('experiment' in one ? [one.experiment] : [])));
  for (const experiment of new Set(expectSome(experiments, 'experiments'))) expect(bakedFile(experiment)['seeds'], experiment).toHaveLength(16);
});

/** What answers say in words, held against what was measured. */
describe('of the numbers it is true', () => {
  test('that the most a training accuracy can be at α = 1 is what a derivation says: one in ten pairs alike, else three quarters', () => {
    const { mean, halfWidth } = baked('blend-accuracy', 'mixup.best.last');
    expect(Math.abs(mean - (0.1 + 0.9 * 0.75))).toBeLessThan(2 * halfWidth + 0.005);
  });

  test('that the network stays below the most it can be, and that on real training digits it is nearly always right', () => {
    expect(baked('blend-accuracy', 'mixup.weighted.last').mean).toBeLessThan(baked('blend-accuracy', 'mixup.best.last').mean);
    expect(baked('blend-accuracy', 'mixup.real.last').mean).toBeGreaterThan(0.99);
  });

  test('that smoothing on top raises the test loss of mixup', () => {
    const { mean, halfWidth } = bakedDifference('mixing-choices', 'mixup-smoothing.testLoss.last', 'mixup.testLoss.last');
    expect(mean - halfWidth).toBeGreaterThan(0);
  });

  test('that small networks pay for strength: with 8 units α = 1 errs more, and α = 0.2 cannot be told from ERM', () => {
    const change = (name: string) => bakedDifference('capacity-sweep', `${name}.testError.last`, 'erm-8.testError.last');
    expect(change('mixup-8').mean - change('mixup-8').halfWidth).toBeGreaterThan(0);
    expect(Math.abs(change('weak-mixup-8').mean)).toBeLessThan(change('weak-mixup-8').halfWidth);
  });

  test('that mixup loses with 100 digits at both strengths, and that the weaker one gains with 1,000', () => {
    const change = (name: string, rows: number) => bakedDifference('number-of-examples', `${name}-${rows}.testError.last`, `erm-${rows}.testError.last`);
    for (const name of ['weak-mixup', 'mixup']) expect(change(name, 100).mean - change(name, 100).halfWidth).toBeGreaterThan(0);
    expect(change('weak-mixup', 1000).mean + change('weak-mixup', 1000).halfWidth).toBeLessThan(0);
  });

  test('that on digits mixup at α = 1 makes about as many errors as ERM, and its test loss is higher', () => {
    const of = (measure: string) => bakedDifference('ablation', `mixup.${measure}.last`, `erm.${measure}.last`);
    expect(Math.abs(of('testError').mean)).toBeLessThan(of('testError').halfWidth);
    expect(of('testLoss').mean).toBeGreaterThan(of('testLoss').halfWidth);
  });

  test('that turning mixup off for the last fifth lowers error and loss at both strengths, at α = 1 below ERM’s, and that beginning late decides nothing', () => {
    const change = (name: string, minus: string, measure = 'testError') =>
      bakedDifference('mixing-in-time', `${name}.${measure}.last`, `${minus}.${measure}.last`);
    for (const strength of ['', 'weak-'])
      for (const measure of ['testError', 'testLoss']) {
        const { mean, halfWidth } = change(`${strength}ends-early`, `${strength}mixup`, measure);
        expect(mean + halfWidth, `${strength}${measure}`).toBeLessThan(0);
      }
    const loss = change('ends-early', 'erm', 'testLoss');
    expect(loss.mean + loss.halfWidth).toBeLessThan(0);
    const late = change('begins-late', 'mixup');
    expect(Math.abs(late.mean)).toBeLessThan(late.halfWidth);
  });

  test('that mixup does not help rare digits, at α = 1 harms them, and that showing them more often helps', () => {
    const change = (name: string, minus: string) =>
      bakedDifference('uneven-classes', `${name}.rareError.last`, `${minus}.rareError.last`);
    const [weak, strong, balanced, both] = [
      change('weak-mixup', 'erm'),
      change('mixup', 'erm'),
      change('balanced-erm', 'erm'),
      change('balanced-weak-mixup', 'balanced-erm'),
    ] as const;
    for (const { mean, halfWidth } of [weak, both]) expect(Math.abs(mean)).toBeLessThan(halfWidth);
    expect(strong.mean).toBeGreaterThan(strong.halfWidth);
    expect(balanced.mean).toBeLessThan(-balanced.halfWidth);
  });

  test('that with half of the labels redrawn dropout alone, and ERM stopped early, err less than mixup on digits', () => {
    for (const name of ['dropout', 'stopped-early']) {
      const { mean, halfWidth } = bakedDifference('corrupted-labels', `${name} 50.testError.last`, 'mixup 50.testError.last');
      expect(mean, name).toBeLessThan(-halfWidth);
    }
  });

  test('that on clothes no strength of mixup errs less than ERM by more than chance', () => {
    for (const strength of ['0_1', '0_2', '0_4', '1', '2', '8', '32']) {
      const { mean, halfWidth } = bakedDifference('alpha-sweep-clothes', `clothes mixup-${strength}.testError.last`, 'clothes erm.testError.last');
      expect(mean, strength).toBeGreaterThan(-halfWidth);
    }
  });

  test('that on digits a label rounded to the heavier example changes mixup’s error by no more than chance', () => {
    const { mean, halfWidth } = bakedDifference('ablation', 'inputs.testError.last', 'mixup.testError.last');
    expect(Math.abs(mean)).toBeLessThan(halfWidth);
  });
});
