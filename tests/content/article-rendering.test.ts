import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { componentSchemas, proseSchemas } from '../../src/markdown/component-schemas.ts';
import { figureNames } from '../../src/markdown/figure-names.ts';
import { readProps } from '../../src/markdown/read-props.ts';
import { editDistance } from '../../src/core/edit-distance.ts';
import { nearKeys } from '../../src/markdown/near-keys.ts';
import { renderArticle, root } from './render-article.ts';

describe('figures and equations', () => {
  test('are numbered apart, in the order of the text, also when referred to first', async () => {
    const { code } = await renderArticle(
      'See <FigureRef id="mix-digits" />.\n\n<ErmVsMixup />\n\n<Equation id="a">\n\n$$\nx\n$$\n\n</Equation>\n\n<MixDigits />\n\nSee <EquationRef id="a" />.',
    );
    expect(code).toMatch(/FigureRef, \{\s*id: "mix-digits",\s*number: "2"/);
    expect(code).toMatch(/ErmVsMixup, \{\s*id: "erm-vs-mixup",\s*number: "1"/);
    expect(code).toMatch(/EquationRef, \{\s*id: "a",\s*number: "1"/);
  });
});

describe('formulas that belong to a figure', () => {
  const equation = '<ErmVsMixup />\n\n<MixDigits />\n\n<Equation id="a" figure="mix-digits">\n\n$$\n\\htmlData{sym=xt}{\\tilde{x}} = \\htmlData{sym=lambda}{\\lambda} x_{\\htmlData{sym=lambda}{\\lambda}}\n$$\n\n</Equation>';

  test('name their symbols where they are drawn, each once in a list, and the figure by its number', async () => {
    const { code } = await renderArticle(equation);
    expect(code).toMatch(/"data-sym": "lambda"/);
    expect(code).toMatch(/symbols: "xt lambda"/);
    expect(code).toMatch(/Equation, \{[^}]*\bnumber: "1"/);
    expect(code).toMatch(/figureNumber: "2"/);
  });

  test('are copied as they would be without the names', async () => {
    expect((await renderArticle(equation)).code).toContain('children: "\\\\tilde{x} = \\\\lambda x_{\\\\lambda}"');
  });
});

describe('citations', () => {
  test('are numbered by first citation, keep their number, and list every place that cites them', async () => {
    const { injected } = await renderArticle(
      'First <Cite id="chapelle2000" />, then <Cite id="zhang2018 chapelle2000" />.',
    );
    expect(injected.references).toEqual([
      { key: 'chapelle2000', number: 1, anchors: ['cite-chapelle2000-1', 'cite-chapelle2000-2'] },
      { key: 'zhang2018', number: 2, anchors: ['cite-zhang2018-1'] },
    ]);
  });
});

describe('links', () => {
  test('to pages and files of the site go below the base path; others are left alone', async () => {
    const text = '[a](/glossary/#alpha) [b](/data/digits.csv) [c](https://arxiv.org/) [d](#here-it-is)\n\n## Here it is';
    const { code } = await renderArticle(text, '/mixup/');
    for (const address of ['/mixup/glossary/#alpha', '/mixup/data/digits.csv', 'https://arxiv.org/', '#here-it-is']) {
      expect(code).toContain(`href: "${address}"`);
    }
  });
});

describe('reading time', () => {
  test('is one minute for 200 words and grows by a quarter of a minute for each block of code', async () => {
    const words = 'word '.repeat(200);
    expect((await renderArticle(words)).injected).toMatchObject({ words: 200, minutes: 1 });
    const code = '\n\n```\ncode\n```'.repeat(8);
    expect((await renderArticle(words + code)).injected.minutes).toBe(3);
  });
});

describe('typography', () => {
  test('a number is never parted from its percent sign', async () => {
    expect((await renderArticle('It is 60 % cat.')).code).toContain('60\u00a0%');
  });

  test('a symbol is never parted from the number it is said to be', async () => {
    const { code } = await renderArticle('At *α = 0.2* and σ = 1.');
    expect(code).toContain('α\u00a0=\u00a00.2');
    expect(code).toContain('σ\u00a0=\u00a01');
  });

  test('a formula stays on the line of the words that touch it, and may break between its own pieces', async () => {
    const { code } = await renderArticle('Take ($x$), $a = b$, and <Term id="alpha">$\\alpha$</Term>: all of $n$ here.');
    const pieces = code.split('"unbroken"').slice(1);
    expect(pieces).toHaveLength(3);
    expect(pieces.map((piece) => /"([),:]+)"/.exec(piece)?.[1])).toEqual(['),', ',', ':']);
    expect(pieces.map((piece) => piece.includes('wbr'))).toEqual([false, true, false]);
  });

  test('a section heading links to itself', async () => {
    const { code } = await renderArticle('## Small networks lose');
    expect(code).toContain('href: "#small-networks-lose"');
  });
});

/** Where examples find their pictures. */
const besideExamples = join(root, 'src/authoring/catalogue/components.mdx');

describe('the schemas of components', () => {
  const sourceOf = (name: string): string =>
    readFileSync(join(root, name === 'Figure' ? 'src/islands/kit/frame/Figure.astro' : `src/components/${name}.astro`), 'utf8');

  test('are those of the components that articles are rendered with', () => {
    const handedOver = /'\.\/\{([\w,]+)\}\.astro'/.exec(readFileSync(join(root, 'src/components/mdx-components.ts'), 'utf8'));
    const written = [...(handedOver?.[1] ?? '').split(','), 'Figure'];
    expect(written.sort()).toEqual(Object.keys(proseSchemas).sort());
  });

  test.each(Object.entries(proseSchemas))('%s takes what its schema says, and nothing else', (name, { props, injected = [] }) => {
    // Numbers are written by functions that name what they take.
    const type = /^type Props = (\w+);/m.exec(sourceOf(name))?.[1];
    const source = type === undefined ? sourceOf(name) : readFileSync(join(root, 'src/components/written-numbers.ts'), 'utf8').replace(`export interface ${type} {`, 'interface Props {').replaceAll('readonly ', '');
    const taken = readProps(source);
    expect(taken.map((prop) => prop.name).sort()).toEqual([...Object.keys(props), ...injected].sort());
    for (const { name: prop, kind, isOptional } of taken.filter((one) => Object.hasOwn(props, one.name))) {
      // The parts of an experiment are checked where they are labeled.
      if (name !== 'ExperimentPart') expect(props[prop]?.kind, prop).toEqual(kind);
      expect(props[prop]?.required ?? false, prop).toBe(!isOptional);
    }
  });

  test.each(Object.entries(componentSchemas()).filter(([name]) => name !== 'ExperimentPart'))('the example of %s passes', async (name, { example, place }) => {
    const named: Record<string, string> = {
      EquationRef: '<Equation id="blend">\n\n$$\nx\n$$\n\n</Equation>',
      FigureRef: '<BlendPictures />',
      SetFigure: '<BlendPictures />',
    };
    const text = place === 'inline' ? `As in ${example}.` : example;
    const around = name === 'Scene' ? `<Stage figure="blend-pictures">\n\n<BlendPictures />\n\n${text}\n\n</Stage>` : text;
    await expect(renderArticle(`${named[name] ?? ''}\n\n${around}`, '/', {}, besideExamples)).resolves.toBeDefined();
  });

  test('a figure is known by its room: the name of the one in capitals is the anchor of the other', () => {
    expect(figureNames()).toMatchObject({ ErmVsMixup: 'erm-vs-mixup', PaperImagenet: 'paper-imagenet' });
    for (const [name, anchor] of Object.entries(figureNames()))
      expect(name.replace(/(?<=[a-z])[A-Z]/g, (capital) => `-${capital}`).toLowerCase()).toBe(anchor);
  });

  test('no two figures share an anchor', () => {
    const anchors = Object.values(figureNames());
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

describe('near keys', () => {
  test('the distance counts single-letter edits', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('mixpu', 'mixup')).toBe(1);
    expect(editDistance('ca', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  test('the nearest comes first', () => {
    expect(nearKeys('zang2018', ['verma2019', 'zhang2018', 'zhang2017'])[0]).toBe('zhang2018');
  });
});
