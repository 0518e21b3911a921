import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue, type Catalogue } from '../../src/authoring/catalogue/catalogue.ts';
import { examplesText } from '../../src/authoring/catalogue/examples.ts';
import { bakedNumber, bakedPaths, type BakedFile } from '../../src/islands/kit/baked/read-baked.ts';
import { proseSchemas } from '../../src/markdown/component-schemas.ts';
import { figureNames } from '../../src/markdown/figure-names.ts';
import { figureSettings } from '../../src/markdown/figure-settings.ts';
import { paperNumber } from '../../src/paper/paper-number.ts';
import { expectSome } from '../expect-some.ts';
import { renderArticle, root } from './render-article.ts';

let all: Catalogue;
beforeAll(async () => {
  all = await catalogue(root);
});

const files = (folder: string, ending: string): string[] =>
  readdirSync(`${root}/${folder}`).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));

describe('the catalogue for authors', () => {
  test('shows every component with its properties, what to write, and what comes of it', async () => {
    const text = examplesText();
    const parts = new Map(text.split(/^### /m).map((part) => [part.split(' ')[0], part]));
    for (const [name, { props, example }] of expectSome(Object.entries(proseSchemas), 'components')) {
      const part = parts.get(name) ?? '';
      for (const prop of Object.keys(props)) expect(part, name).toContain(`\n- \`${prop}\``);
      expect(part, name).toContain(example);
    }
    const { injected } = await renderArticle(text, '/', {}, `${root}/src/authoring/catalogue/components.mdx`);
    expect(injected.references.map(({ key }) => key)).toEqual(['zhang2018', 'guo2019']);
  });

  test('lists every figure that has a room, with the settings that its own reader of addresses takes', async () => {
    expect(all.figures.map(({ name }) => name)).toEqual(Object.keys(figureNames()));
    for (const { room, settings, presets, permalink = '' } of expectSome(all.figures, 'figures')) {
      const known = await figureSettings(room);
      expect(settings.map(({ key }) => key)).toEqual(Object.values(known?.table ?? {}).map(({ key }) => key));
      for (const { set } of presets) expect(known?.faults(set), `${room}: ${set}`).toEqual([]);
      const set = permalink.slice('?v=1&'.length, -`#${room}`.length).replaceAll(`${room}.`, '');
      expect(known ? known.faults(set) : [], permalink).toEqual([]);
    }
  });

  test('lists the situations of figures, whichever way their rooms name them', () => {
    const presetsOf = (figure: string): string[] => all.figures.find(({ name }) => name === figure)?.presets.map(({ name, set }) => `${name}: ${set}`) ?? [];
    expect(presetsOf('LearningCurves')).toContainEqual(expect.stringMatching(/^Half and half, α = 32: alpha=32&/));
    expect(presetsOf('BlendPictures')).toContain('two cats: lambda=0.5&first=cat-gray&second=cat-black');
    expect(presetsOf('ErmVsMixup')).toContain('Overlapping blobs: preset=blobs');
    expect(presetsOf('AlphaBatch')).toContain('alpha = 8: alpha=8');
    expect(presetsOf('Vicinities').join()).toMatch(/Almost ERM: sigma=0\.02&alpha=0\.1&n=/);
  });

  test('lists every number of baked experiments that <Result> may name, and none that it may not', () => {
    for (const { experiment, paths } of expectSome(all.results, 'experiments')) {
      const content = JSON.parse(readFileSync(`${root}/content/results/${experiment}.json`, 'utf8')) as BakedFile['content'];
      for (const of of expectSome(paths, 'numbers')) expect(bakedNumber({ experiment, content }, { of }).mean, of).toBeTypeOf('number');
      // Each interval of a study is named, and in others each that is not the measure of a drawing.
      const named = JSON.stringify('conditions' in content ? content['conditions'] : content['results']).split('"halfWidth":').length - 1;
      const curves = JSON.stringify(content['conditions'] ?? '').split('"curve":').length - 1;
      expect(paths, experiment).toHaveLength(named - curves);
    }
    const listed = all.results.map(({ experiment }) => experiment);
    const without = files('content/results', '.json').filter((name) => !listed.includes(name));
    for (const name of without) {
      const content = JSON.parse(readFileSync(`${root}/content/results/${name}.json`, 'utf8')) as BakedFile['content'];
      expect(bakedPaths({ experiment: name, content }), name).toEqual([]);
      expect(JSON.stringify(content), name).not.toContain('"halfWidth"');
    }
  });

  test('lists the numbers of the paper that <PaperNumber> may name', () => {
    for (const { id, paths } of expectSome(all.paper, 'tables'))
      for (const of of expectSome(paths, 'numbers')) expect(paperNumber(id, of).text, of).toMatch(/\d/);
  });

  test('lists the keys of works, terms and guesses, and every field of front matter', () => {
    const keys = (file: string): string[] => (JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as { id: string }[]).map(({ id }) => id);
    for (const { file, keys: listed } of expectSome(all.lists, 'lists')) expect(listed).toEqual(keys(file).sort());
    expect(all.guesses).toContain('large-network');
    // A whole file to copy: what it imports, a guess before a figure, and what came out.
    for (const piece of ["from './guess.ts';", "    figure: '", '    ours: ', '] satisfies readonly GuessDefinition[];'])
      expect(all.guessFile).toContain(piece);
    const needed = all.frontMatter.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    expect(needed).toEqual(['title', 'description', 'summary', 'part', 'picture', 'order', 'published']);
    expect(all.frontMatter.map(({ name }) => name).slice(needed.length)).toEqual(['updated', 'draft']);
    expect(all.translation.map(({ name }) => name)).toEqual(['translates']);
  });
});
