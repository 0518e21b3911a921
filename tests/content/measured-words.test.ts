import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import { expectSome } from '../expect-some.ts';
import { articleSources, sentencesOf } from './prose.ts';
import { root } from './render-article.ts';

interface Question {
  readonly id: string;
  readonly answer: string;
  readonly numbers?: Readonly<Record<string, { readonly experiment?: string; readonly of: string; readonly minus?: string }>>;
}

const questions = JSON.parse(readFileSync(`${root}/content/questions/questions.json`, 'utf8')) as Question[];
const articles = articleSources().filter(({ language }) => language === 'en');
const sentences = [...articles.flatMap(({ prose }) => sentencesOf(prose)), ...questions.flatMap(({ answer }) => sentencesOf(answer))];

/** Who says it, or that it is not so. */
const takenBack = /\b(no|not|never|nobody|nothing|little)\b|“|\bpaper\b|, ERM\b/i;

test('no sentence says that a run or a number proves something', () => {
  const claims = expectSome(sentences, 'sentences').filter((one) => /\bprove[sdn]?\b/i.test(one) && !takenBack.test(one));
  expect(claims).toEqual([]);
});

test('no sentence calls mixup best, or always better, unless it takes that back or says who said it', () => {
  const praise = /\bmixup\b[^.;:]*\b(is|as|are) (the )?(very )?best\b|\bmixup\b[^.;:]*\balways (better|wins|helps|lower|gains)|\balways (better|lower)\b[^.;:]*\bmixup\b/i;
  expect(sentences.filter((one) => praise.test(one) && !takenBack.test(one))).toEqual([]);
  for (const one of ['On photos mixup is best.', 'So mixup is always better.', 'mixup always helps.']) expect(one).toMatch(praise);
});

test('at least five places say by how much mixup errs more than training without it, by more than chance', () => {
  const written = [
    ...articles.flatMap(({ slug, body }) =>
      Array.from(body.matchAll(/<Result experiment="([^"]+)" of="([^"]+)" minus="([^"]+)"/g), ([, experiment = '', of = '', minus = '']) => ({ place: slug, experiment, of, minus })),
    ),
    ...questions.flatMap(({ id, numbers = {} }) =>
      Object.values(numbers).flatMap(({ experiment, of, minus }) => (experiment !== undefined && minus !== undefined ? [{ place: id, experiment, of, minus }] : [])),
    ),
  ];
  const harms = written.filter(({ experiment, of, minus }) => {
    if (!/mixup\S*\.testError/.test(of) || !/\berm/.test(minus)) return false;
    const { mean, halfWidth } = bakedDifference(experiment, of, minus);
    return mean > halfWidth;
  });
  expect(new Set(harms.map(({ place }) => place)).size).toBeGreaterThanOrEqual(5);
});
