import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DenseOrConvolutional from '../../../src/islands/dense-or-convolutional/DenseOrConvolutional.svelte';
import { denseOrConvolutionalSetup } from '../../../src/islands/dense-or-convolutional/setup.ts';
import { bakedRerun } from '../../../src/islands/kit/baked/baked-rerun.ts';

test('as the page comes, the figure over networks shows what was computed in advance, and says what a run fetches', () => {
  const props = { baked: bakedRerun(denseOrConvolutionalSetup), id: 'dense-or-convolutional' };
  const { body } = render(DenseOrConvolutional as Component<Record<string, unknown>>, { props });
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toContain('Computed in advance: 8 seeds');
  expect(text).toContain('A run first fetches 0.6 MB of pictures.');
  const rowsOf = (table: string): number =>
    (new RegExp(`aria-label="${table}[\\s\\S]*?(?=role="table"|$)`).exec(body)?.[0].match(/role="rowheader"/g) ?? [])
      .length;
  expect(rowsOf('Networks beside the large dense one')).toBe(3);
  expect(rowsOf('mixup beside ERM on each network')).toBe(4);
});
