import { describe, expect, test } from 'vitest';
import baked from '../../content/results/erm-vs-mixup.json' with { type: 'json' };
import { mostTypical } from '../../scripts/experiments/over-seeds.ts';
import { stateFormat } from '../../src/islands/erm-vs-mixup/address.ts';
import { presets } from '../../src/islands/erm-vs-mixup/presets.ts';
import { bendCurveParameters } from '../../src/islands/bend-curve/parameters.ts';
import { blendPicturesParameters } from '../../src/islands/blend-pictures/parameters.ts';
import { vicinitiesParameters } from '../../src/islands/vicinities/parameters.ts';
import { shownAlone } from '../../src/islands/vicinities/settings.ts';
import { winsAndLossesParameters } from '../../src/islands/wins-and-losses/parameters.ts';
import { viewOf } from '../../src/islands/wins-and-losses/view.ts';
import { writingRules } from '../../src/authoring/writing-rules.ts';
import { defaultsOf, type ParameterTable } from '../../src/parameters/parameter.ts';
import { parseQuery } from '../../src/parameters/url-codec.ts';
import { expectSome } from '../expect-some.ts';
import { articleSources, proseOf, wordCount } from './prose.ts';

/** The scenes of all stages, with what they set. */
const scenes = articleSources().flatMap(({ slug, body }) =>
  Array.from(body.matchAll(/<Stage figure="([^"]+)">[\s\S]*?<\/Stage>/g), ([stage, figure = '']) =>
    Array.from(stage.matchAll(/<Scene([^>]*)>([\s\S]*?)<\/Scene>/g), ([, attributes = '', text = ''], n) => ({
      name: `${slug}, scene ${n + 1}`,
      figure,
      isFirst: n === 0,
      set: /set="([^"]*)"/.exec(attributes)?.[1],
      answer: /answer="([^"]*)"/.exec(attributes)?.[1],
      invites: /invites="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [],
      text,
    })),
  ).flat(),
);

describe.each(expectSome(scenes, 'scenes'))('$name', ({ text }) => {
  test('is read in one look: a heading and few words', () => {
    expect(text).toMatch(/^## /m);
    expect(wordCount(proseOf(text))).toBeLessThanOrEqual(writingRules.scene);
  });
});

/** The figures on stages that are described by a table of parameters alone. */
const tables: Readonly<Record<string, ParameterTable>> = {
  'bend-curve': bendCurveParameters,
  'blend-pictures': blendPicturesParameters,
  vicinities: vicinitiesParameters,
  'wins-and-losses': winsAndLossesParameters,
};
/** Settings as a query names them, read. */
function settingsOf(figure: string, set: string) {
  const pieces = [...new URLSearchParams(set)].map(([key, value]) => `${figure}.${key}=${value}`);
  return parseQuery(`?${pieces.join('&')}`, figure, tables[figure] ?? {});
}
const byTable = expectSome(scenes.filter(({ figure }) => figure in tables), 'scenes');

test('every figure on a stage is one whose scenes are checked here', () => {
  expect(scenes.filter(({ figure }) => figure !== 'erm-vs-mixup' && !(figure in tables)).map(({ name }) => name)).toEqual([]);
});

test.each(byTable)('what $name sets can be had, and so can what answers it', ({ figure, set = '', answer }) => {
  expect(set).not.toBe('');
  for (const asked of [set, ...(answer === undefined ? [] : [answer])]) {
    const { notices } = settingsOf(figure, asked);
    expect(notices).toEqual([]);
    const keys = Object.values(tables[figure] ?? {}).map(({ key }) => key);
    expect([...new URLSearchParams(asked).keys()].filter((key) => !keys.includes(key))).toEqual([]);
  }
});

test.each(byTable.filter(({ isFirst }) => isFirst))('$name sets what its page comes with, and so nothing', ({ figure, set = '' }) => {
  // What a scene shows of it has a name of its own there: see below.
  const { view } = defaultsOf(tables[figure] ?? {}) as Readonly<Record<string, unknown>>;
  expect({ ...settingsOf(figure, set).values, ...(view !== undefined && { view }) }).toEqual(defaultsOf(tables[figure] ?? {}));
});

test('a first scene shows the view that its page comes with; an address that names none shows all', () => {
  const [vicinities, winsAndLosses] = [defaultsOf(vicinitiesParameters), defaultsOf(winsAndLossesParameters)];
  expect(shownAlone(vicinities)).toBe(shownAlone({ ...vicinities, view: 'spike' }));
  expect(shownAlone({ ...vicinities, sigma: 0.35 })).toBeUndefined();
  expect(viewOf(winsAndLosses)).toEqual(viewOf({ ...winsAndLosses, view: 'erm' }));
  expect(viewOf({ ...winsAndLosses, problem: 'spirals' })).toEqual({ shows: 'all' });
});

test('what scenes set of ERM and mixup can be had, with the seed nearest the means', () => {
  const { read } = stateFormat('erm-vs-mixup');
  const sets = scenes.filter(({ figure, set }) => figure === 'erm-vs-mixup' && set !== undefined);
  for (const { name, set = '' } of expectSome(sets, 'scenes that set the figure')) {
    const pieces = [...new URLSearchParams(set)].map(([key, value]) => `erm-vs-mixup.${key}=${value}`);
    const { state, notices } = read(`?${pieces.join('&')}`);
    expect(notices, name).toEqual([]);
    const preset = presets.find(({ settings }) => settings.data === state?.settings.data && settings.flipped === state.settings.flipped);
    // The rings are those that the page comes with.
    if (preset?.name !== 'paper') expect(state?.settings.seed, name).toBe(preset?.typicalSeed);
  }
});

test('the seed that stands for a situation has errors nearest the means over all seeds', () => {
  for (const { name, typicalSeed } of presets) {
    const { erm, mixup } = baked.results[name as keyof typeof baked.results];
    expect(typicalSeed, name).toBe(baked.seeds[mostTypical(erm.error.values, mixup.error.values)]);
  }
});
