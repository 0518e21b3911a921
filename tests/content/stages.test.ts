import { describe, expect, test } from 'vitest';
import baked from '../../content/results/erm-vs-mixup.json' with { type: 'json' };
import { mostTypical } from '../../scripts/experiments/over-seeds.ts';
import { stateFormat } from '../../src/islands/erm-vs-mixup/address.ts';
import { presets } from '../../src/islands/erm-vs-mixup/presets.ts';
import { expectSome } from '../expect-some.ts';
import { articleSources, proseOf, wordCount } from './prose.ts';

/** The scenes of all stages, with what they set. */
const scenes = articleSources().flatMap(({ slug, body }) =>
  Array.from(body.matchAll(/<Stage figure="([^"]+)">[\s\S]*?<\/Stage>/g), ([stage, figure = '']) =>
    Array.from(stage.matchAll(/<Scene([^>]*)>([\s\S]*?)<\/Scene>/g), ([, attributes = '', text = ''], n) => ({
      name: `${slug}, scene ${n + 1}`,
      figure,
      set: /set="([^"]*)"/.exec(attributes)?.[1],
      text,
    })),
  ).flat(),
);

describe.each(expectSome(scenes, 'scenes'))('$name', ({ text }) => {
  test('is read in one look: a heading and at most 60 words', () => {
    expect(text).toMatch(/^## /m);
    expect(wordCount(proseOf(text))).toBeLessThanOrEqual(60);
  });
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
