import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import { expectSome } from '../expect-some.ts';
import { root } from './render-article.ts';

const article = readFileSync(`${root}/content/articles/mixup-today.mdx`, 'utf8');
const works = JSON.parse(readFileSync(`${root}/content/bibliography/references.json`, 'utf8')) as { id: string; year: number; arxiv?: string; doi?: string; url?: string }[];
/** Lines of the map: years, a work, what is known, how well. */
const rows = Array.from(article.matchAll(/^\| (20[\d,– 20]+) \| (.*?<Cite id="([^"]+)" \/>) \| (.+?) \| (.+?) \|$/gm));

describe('the map of what came after', () => {
  test('has more than forty works, as its heading says, up to this year', () => {
    const keys = rows.flatMap(([, , , cited = '']) => cited.split(' '));
    expect(new Set(keys).size).toBeGreaterThan(40);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(Math.max(...rows.map(([, years = '']) => Number(years.slice(-4))))).toBe(2026);
  });

  test('gives each the year of its publication, an identifier, what is known and how well', () => {
    for (const [, years = '', , cited = '', known = '', howWell = ''] of expectSome(rows, 'works')) {
      for (const key of cited.split(' ')) {
        const work = works.find(({ id }) => id === key);
        const [first, last] = [years.slice(0, 4), years.slice(-4)].map(Number) as [number, number];
        expect(work?.year, key).toBeGreaterThanOrEqual(first);
        expect(work?.year, key).toBeLessThanOrEqual(last);
        expect(work?.arxiv ?? work?.doi ?? work?.url, key).toBeDefined();
      }
      expect(known.length).toBeGreaterThan(10);
      expect(howWell.length).toBeGreaterThan(5);
    }
  });
});

test('CutMix is in as many recipes as the map says', () => {
  const recipes = Array.from(article.matchAll(/^\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm), (cells) => cells.slice(1).map((cell) => cell.trim())).slice(2);
  const withCutMix = expectSome(recipes, 'recipes').filter(([, , cutMix]) => cutMix !== 'none');
  expect([withCutMix.length, recipes.length]).toEqual([5, 7]);
  expect(article).toContain('in five of the seven recipes above');
});

describe('of the three choices it is true', () => {
  const change = (name: string, measure = 'testError') => bakedDifference('mixing-choices', `${name}.${measure}.last`, `${name.startsWith('weak-') ? 'weak-' : ''}mixup.${measure}.last`);

  test('that a weight for each example and partners from the mini-batch decide nothing', () => {
    for (const name of ['per-example', 'same-batch', 'weak-per-example', 'weak-same-batch'])
      expect(Math.abs(change(name).mean), name).toBeLessThan(change(name).halfWidth);
  });

  test('that label smoothing alone errs less than mixup at either strength', () => {
    for (const name of ['weak-mixup', 'mixup']) {
      const { mean, halfWidth } = bakedDifference('mixing-choices', `${name}.testError.last`, 'smoothing.testError.last');
      expect(mean - halfWidth, name).toBeGreaterThan(0);
    }
  });

  test('that smoothing on top makes the network less sure twice over', () => {
    expect(change('mixup-smoothing', 'testLoss').mean).toBeGreaterThan(change('mixup-smoothing', 'testLoss').halfWidth);
  });
});

describe('of CutMix and its control it is true', () => {
  const change = (name: string, baseline: string, measure: 'testError' | 'testLoss') =>
    bakedDifference('mixup-or-cutmix', `${name}.${measure}.last`, `${baseline}.${measure}.last`);

  test('that a patch does worse than scattered pixels, on both networks and by both measures', () => {
    for (const network of ['', 'dense-'])
      for (const measure of ['testError', 'testLoss'] as const) {
        const { mean, halfWidth } = change(`${network}cutmix`, `${network}pixels`, measure);
        expect(mean - halfWidth, `${network}${measure}`).toBeGreaterThan(0);
      }
  });

  test('that scattered pixels alone change the error of convolutions, and that all ways lower the loss', () => {
    for (const name of ['pixels', 'cutmix', 'cutmix-half', 'mixup', 'mixup-half', 'smoothing']) {
      const error = change(name, 'erm', 'testError');
      expect(Math.abs(error.mean) > error.halfWidth, name).toBe(name === 'pixels');
      const loss = change(name, 'erm', 'testLoss');
      expect(loss.mean + loss.halfWidth, name).toBeLessThan(0);
    }
    expect(change('pixels', 'erm', 'testError').mean).toBeLessThan(0);
  });
});
