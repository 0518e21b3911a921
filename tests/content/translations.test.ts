import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleFiles } from '../../src/authoring/article-files.ts';
import { languageFaults } from '../../src/authoring/languages.ts';
import { knownLanguages } from '../../src/authoring/known-languages.ts';
import { allGuesses } from '../../src/components/guesses/all-guesses.ts';
import { wordsOfGuess } from '../../src/components/guesses/guess-words.ts';
import { expectSome } from '../expect-some.ts';
import { articleSources, beforeFirstTouch, fullSentences, measuredValues, paragraphsOf, proseOf, sentencesOf, wordCount } from './prose.ts';
import { renderArticle, root } from './render-article.ts';

interface Style {
  medianSentence: number;
  never: { pattern: string; wrong: string; write: string }[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What a reader is shown of a text: no code, no formula, no component and no mark. */
const shownOf = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```$/gm, ' ')
    .replace(/\$\$[\s\S]*?\$\$/g, ' ')
    .replace(/\$[^$\n]+\$/g, 'x')
    .replace(/<[^>]+>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/(\d) %/g, '$1\u202f%');

/** What of a text is never written in its language, with what to write. */
const faultsOf = (text: string, { never }: Style): string[] =>
  never.flatMap(({ pattern, write }) => {
    const [found] = new RegExp(`.{0,20}(?:${pattern}).{0,20}`, 'u').exec(shownOf(text)) ?? [];
    return found === undefined ? [] : [`“${found}”: write as in “${write}”`];
  });

/** The numbers that a text shows, as JavaScript would write them. */
function numbersOf(text: string, decimal: string, group: string): string[] {
  const said = text
    .replace(/^---[\s\S]*?^---$/m, '')
    .replace(/<[^>]+>|\]\([^)]*\)|\[\^\w+\]:?|(Table|Fig\.|Sec\.) [\d.]+/g, ' ')
    .replaceAll('{,}', ',')
    .replaceAll(';', ' ');
  const found = said.matchAll(new RegExp(`\\d+(?:\\${group}\\d{3})*(?:\\${decimal}\\d+)?`, 'g'));
  return [...new Set(Array.from(found, ([number]) => number.replaceAll(group, '').replace(decimal, '.')))].sort();
}

/** Components that carry what is told: numbers, works, terms, questions, settings; in their order. */
const factsOf = (body: string): string[] =>
  Array.from(body.matchAll(/<(PaperNumber|Result|Cite|Guess|Equation|FigureRef|EquationRef|SetFigure|Scene|Stage|[A-Z]\w*(?= \/>))\b[^>]*>/g), ([component]) => component).sort();

const languages = expectSome(knownLanguages(root), 'languages').map((code) => ({ code, style: (read(`content/languages/${code}.json`) as { style: Style }).style }));

describe.each(languages)('$code', ({ code, style }) => {
  const articles = expectSome(articleSources(code), 'translations');

  describe.each(articles)('$slug', ({ slug, part, lead, body, headings, prose }) => {
    const original = articleSources().find((one) => `${code}/${one.slug}` === slug);

    test('renders', async () => {
      const { injected } = await renderArticle(body, '/', { part }, join(root, `content/articles/${slug}.mdx`));
      expect(injected.references.length).toBeGreaterThan(0);
    });

    test('has the figures, works, numbers of the paper, guesses and settings of its original, and as many sections and notes', () => {
      expect(factsOf(body)).toEqual(factsOf(original?.body ?? ''));
      expect(headings).toHaveLength(original?.headings.length ?? 0);
      const count = (text = ''): number => text.match(/^\[\^[^\]]+\]:/gm)?.length ?? 0;
      expect(count(body)).toBe(count(original?.body));
    });

    test('shows the numbers of its original, written its own way', () => {
      const { decimal, group } = (read(`content/languages/${code}.json`) as { words: { numbers: { decimal: string; group: string } } }).words.numbers;
      expect(numbersOf(body, decimal, group)).toEqual(numbersOf(original?.body ?? '', '.', ','));
    });

    test('keeps to the lengths of its original: the first figure to touch, scenes, paragraphs, sentences, what to remember', () => {
      const lengths = wordCount(prose) / wordCount(original?.prose ?? '');
      expect(lengths).toBeGreaterThan(0.75);
      expect(lengths).toBeLessThan(1.25);
      expect(wordCount(lead) + wordCount(beforeFirstTouch(body))).toBeLessThanOrEqual(150);
      expect(paragraphsOf(body).filter((paragraph) => measuredValues(paragraph) > 3)).toEqual([]);
      for (const [, scene = ''] of body.matchAll(/<Scene[^>]*>([\s\S]*?)<\/Scene>/g)) expect(wordCount(proseOf(scene)), scene).toBeLessThanOrEqual(60);
      const sentences = sentencesOf(prose).map(wordCount).sort((a, b) => a - b);
      expect(sentences[Math.floor(sentences.length / 2)]).toBeLessThanOrEqual(style.medianSentence);
      const points = (/<Remember>([\s\S]*?)<\/Remember>/.exec(body)?.[1] ?? '').split(/^- /m).slice(1);
      const remembered = points.flatMap(fullSentences).length;
      expect(remembered).toBeGreaterThanOrEqual(3);
      expect(remembered).toBeLessThanOrEqual(5);
    });

    test('has headings that state something, without maths, and mixup in italics at its first use', () => {
      for (const heading of headings) {
        expect(heading).not.toMatch(/\$|[.:]$/);
        expect(wordCount(heading), heading).toBeGreaterThan(2);
      }
      const text = body.replace(/<[^>]+>/g, '');
      expect(/\bmixup\b/.exec(text)?.index).toBe(text.indexOf('*mixup*') + 1);
      expect(proseOf(body)).not.toMatch(/\bMIXUP\b|\bMixUp\b|\bMixup\b/);
    });
  });

  test('nothing that readers are shown breaks the rules of the language', () => {
    const files = globSync(
      [`content/languages/${code}.json`, `content/glossary/${code}.json`, `src/islands/*/words.${code}.json`, `src/components/guesses/*.${code}.json`],
      { cwd: root },
    );
    const texts = articleFiles(root, new Date())
      .articles.filter(({ heldBack, translation }) => translation?.language === code && heldBack === undefined)
      .map(({ file, source }) => ({ file, texts: textsOf(source) }));
    const listed = expectSome(files, 'files').map((file) => {
      const { words, ...rest } = read(file) as { words?: unknown };
      return { file, texts: strings(words ?? Object.values(rest)) };
    });
    const faults = [...expectSome(texts, 'translations'), ...listed].flatMap(({ file, texts: said }) =>
      said.flatMap((text) => faultsOf(text, style)).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(style.never)('the rule against “$wrong” sees it, and nothing in “$write”', ({ pattern, wrong, write }) => {
    expect(new RegExp(pattern, 'u').test(wrong)).toBe(true);
    expect(faultsOf(write, style)).toEqual([]);
  });

  test('its guesses have the keys and the gaps of the English ones', () => {
    const gaps = (text = ''): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const file of globSync(`src/components/guesses/*.${code}.json`, { cwd: root })) {
      for (const [id, given] of Object.entries(read(file) as Record<string, Record<string, string>>)) {
        const guess = expectSome(allGuesses.filter((one) => one.id === id), `guess ${id}`)[0];
        const english = guess ? wordsOfGuess(guess) : {};
        expect(Object.keys(given).sort()).toEqual(Object.keys(english).sort());
        for (const [key, text] of Object.entries(given)) expect(gaps(text), `${id}, ${key}`).toEqual(gaps(english[key]));
      }
    }
  });
});

/** Paragraphs of an article, and the words of its front matter, which may stand in the quotes of YAML. */
const textsOf = (source: string): string[] =>
  source.replace(/^(title|description|summary): (["']?)(.*)\2$/gm, '\n\n$3').split(/\n\s*\n/);

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('what a translation shows in English says so: terms that its glossary lacks, and links to pages that are not translated', async () => {
  const file = join(root, 'content/articles/de/under-test.mdx');
  const { code } = await renderArticle('Ein <Term id="label">Label</Term>, ein <Term id="seed">Startwert</Term>, [hier](/articles/gans/), [dort](/de/articles/).', '/', {}, file);
  expect(code).toContain('definition: "Die richtige Antwort');
  expect(code).toMatch(/name: "Seed",\s*definition: [^\n]*\n\s*lang: "en"/);
  expect(code.match(/\blang: "en"/g)).toHaveLength(1);
  expect(code.match(/hreflang: "en"/gi)).toHaveLength(1);
});

test('no word of another language is strange to English', async () => {
  expect((await languageFaults(root)).mistakes).toEqual([]);
});

test('the numbers of a text are found in both ways of writing them', () => {
  expect(numbersOf('From 150,528 to $0.6$ at Table 4, 60 %.', '.', ',')).toEqual(['0.6', '150528', '60']);
  expect(numbersOf('Von 150\u202f528 bis $0{,}6$ in Table 4; 60 %.', ',', '\u202f')).toEqual(['0.6', '150528', '60']);
});
