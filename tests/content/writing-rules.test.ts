import { describe, expect, test } from 'vitest';
import { expectSome } from '../expect-some.ts';
import { articleSources, beforeFirstTouch, fullSentences, measuredValues, paragraphsOf, proseOf, sentencesOf, wordCount } from './prose.ts';
import { writingRules } from '../../src/authoring/writing-rules.ts';
import { renderArticle } from './render-article.ts';

/** Words an article may have, by part. */
const lengths: Readonly<Record<string, readonly [number, number]>> = writingRules.words;

/** British spellings, as stems, and what to write. */
const spellings: [RegExp, string][] = [
  [/\b(colou?r)(?<=our)\w*/i, 'color'],
  [/\bbehaviour\w*/i, 'behavior'],
  [/\bneighbour\w*/i, 'neighbor'],
  [/\bfavour\w*/i, 'favor'],
  [/\b(centre|metre|fibre)s?\b/i, 'center'],
  [/\b(label|model|travel)l(ed|ing)\b/i, 'labeled, modeling'],
  [/\b\w{3,}(is|ys)(e|ed|es|ing|ation)\b(?<=(optim|minim|maxim|regular|general|normal|standard|random|initial|visual|memor|anal|real|penal|summar)(is|ys)(e|ed|es|ing|ation))/i, 'optimize, analyze'],
  [/\bgrey\b/i, 'gray'],
  [/\bwhilst\b|\bamongst\b/i, 'while, among'],
];

/** Words that add no meaning or promise too much. */
const empty =
  /\b(delve|realm|powerful|leverage|cutting-edge|groundbreaking|revolutionary|game.chang\w+|it is important to note|needless to say|seamless\w*|robustly|utilize\w*|simply put|obviously|of course)\b/i;

/** Pictures without a text alternative, and figures written in the article whose caption does not open with its take-away. */
function pictureFaults(body: string): string[] {
  const written = Array.from(body.matchAll(/!\[([^\]]*)\]\([^)]*\)/g), ([image, alt = '']) => ({ image, isSaid: /\w+ \w+/.test(alt) }));
  const elements = Array.from(body.matchAll(/<img\b[^>]*>/g), ([image]) => ({ image, isSaid: /alt="[^"]+ [^"]+"/.test(image) }));
  const figures = Array.from(body.matchAll(/<Figure\b[\s\S]*?<\/Figure>/g), ([image]) => ({
    image,
    isSaid: /slot="caption"[^>]*>\s*(<strong>|\*\*)/.test(image),
  }));
  return [...written, ...elements, ...figures].flatMap(({ image, isSaid }) => (isSaid ? [] : [image]));
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe.each(expectSome(articleSources(), 'articles'))('$slug', ({ part, lead, body, headings, prose }) => {
  test('renders: every citation, term, figure, equation, link and formula is known', async () => {
    const { injected } = await renderArticle(body, '/', { part });
    expect(injected.references.length).toBeGreaterThan(0);
  });

  test('has as many words as its part allows', () => {
    const [fewest, most] = lengths[part] ?? [0, 0];
    const words = wordCount(prose);
    expect(words).toBeGreaterThanOrEqual(fewest);
    expect(words).toBeLessThanOrEqual(most);
  });

  test('has its first figure to touch, if any, within 150 words, with the lead and headings', () => {
    expect(wordCount(lead) + wordCount(beforeFirstTouch(body))).toBeLessThanOrEqual(writingRules.wordsBeforeTouch);
  });

  test('has no paragraph with more than three measured values', () => {
    expect(paragraphsOf(body).filter((paragraph) => measuredValues(paragraph) > writingRules.valuesInParagraph)).toEqual([]);
  });

  test('has a median sentence of at most 20 words', () => {
    expect(median(sentencesOf(prose).map(wordCount))).toBeLessThanOrEqual(writingRules.medianSentence);
  });

  test('has headings that state something, without maths', () => {
    expect(headings.length).toBeGreaterThan(1);
    for (const heading of headings) {
      expect(heading).not.toContain('$');
      expect(wordCount(heading), `“${heading}” is a label; write a statement`).toBeGreaterThanOrEqual(writingRules.heading);
      expect(heading).not.toMatch(/[.:]$/);
    }
  });

  test('asks for a prediction, has a note of precision, a figure, and ends with three to five sentences to remember', () => {
    expect(body).toContain('<Guess of=');
    expect(body).toMatch(/^\[\^[^\]]+\]:/m);
    expect(body).toMatch(/<(Figure|[A-Z]\w*) [^>]*\/>|<[A-Z]\w* \/>/);
    const remember = /<Remember>([\s\S]*?)<\/Remember>/.exec(body)?.[1] ?? '';
    const points = remember.split(/^- /m).slice(1);
    expect(points.filter((point) => !/[.?!]\s*$/.test(point))).toEqual([]);
    const remembered = points.flatMap(fullSentences);
    expect(remembered.length, remembered.join('\n')).toBeGreaterThanOrEqual(writingRules.remembered[0]);
    expect(remembered.length, remembered.join('\n')).toBeLessThanOrEqual(writingRules.remembered[1]);
  });

  test('sets mixup in italics at its first use, and never in capitals', () => {
    expect(/\bmixup\b/.exec(body.replace(/<[^>]+>/g, ''))?.index).toBe(body.replace(/<[^>]+>/g, '').indexOf('*mixup*') + 1);
    // Quotations and names in code are written as they are.
    expect(proseOf(body.replace(/`[^`\n]*`/g, '')).replace(/“[^”]*”/g, '')).not.toMatch(/\bMIXUP\b|\bMixUp\b|(?<![.?!]\s|^|-)\bMixup\b/m);
  });

  test('is spelled the American way', () => {
    for (const [british, american] of spellings) expect(british.exec(prose)?.[0], `write ${american}`).toBeUndefined();
  });

  test('has no empty words', () => {
    expect(empty.exec(prose)?.[0]).toBeUndefined();
  });

  test('gives every picture a text alternative, and every picture written in the article a caption that opens with its take-away', () => {
    expect(pictureFaults(body)).toEqual([]);
  });
});

describe('the rules see what they should', () => {
  test('British spellings are found, American ones are not', () => {
    const british = 'colour behaviour neighbouring centre labelled minimise analysed generalisation regularising grey';
    const american = 'color behavior neighboring center labeled minimize analyzed generalization noise otherwise precise raise four';
    const found = (text: string) => text.split(' ').filter((word) => spellings.some(([pattern]) => pattern.test(word)));
    expect(found(british)).toEqual(british.split(' '));
    expect(found(american)).toEqual([]);
  });

  test('pictures without words are found, whichever way they are written', () => {
    const said = '![A cat asleep](cat.png)\n<img src="cat.png" alt="a cat asleep" />\n<Figure><p slot="caption">**A cat.**</p></Figure>';
    expect(pictureFaults(said)).toEqual([]);
    const silent = ['![](cat.png)', '![cat](cat.png)', '<img src="cat.png" />', '<img src="cat.png" alt="" />', '<Figure><p slot="caption">A cat.</p></Figure>'];
    expect(pictureFaults(silent.join('\n')).sort()).toEqual(silent.sort());
  });

  test('prose leaves out code, formulas, notes and markup, and keeps what is said', () => {
    const text = '## A heading\n\nSay <Term id="a">this</Term> of $x^2$.[^n]\n\n```js\ncode\n```\n\n$$\ny\n$$\n\n[^n]: A note.';
    expect(proseOf(text).replace(/\s+/g, ' ').trim()).toBe('Say this of x.');
  });

  test('words are counted up to the first figure that can be touched, not to a picture', () => {
    const before = '## Two words\n\nAnd *three* more.\n\n<TrainingAndTesting />\n\nOne.\n\n';
    expect(wordCount(beforeFirstTouch(`${before}<BendCurve />\n\nRest.`))).toBe(6);
    expect(wordCount(beforeFirstTouch(`${before}<Stage figure="bend-curve">\n\nRest.`))).toBe(6);
    expect(wordCount(beforeFirstTouch(`${before}Rest.`))).toBe(0);
  });

  test('measured values are counted in each paragraph, whether typed or not, and notes hold as many as they need', () => {
    const text = 'From <PaperNumber of="a" /> to 4.2 %, by <Result of="b" />.\n\n- Alpha is 0.2.\n- It is 5 %.\n\n[^a]: 1.1 %, 2.2 %.';
    expect(paragraphsOf(text).map(measuredValues).filter((count) => count > 0)).toEqual([3]);
  });

  test('full sentences are not ended by a colon, a number or a formula', () => {
    expect(fullSentences('Take $a.b$ of it: 1.5, or more; less.\nSay “no.” Then go on!')).toEqual([
      'Take x of it: 1.5, or more; less.',
      'Say “no.”',
      'Then go on!',
    ]);
  });

  test('sentences end at full stops, not within numbers', () => {
    expect(sentencesOf('It is 1.5 times more. Then “yes.” Now')).toEqual(['It is 1.5 times more.', 'Then “yes.”', 'Now']);
  });
});
