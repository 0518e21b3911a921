import { statSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, test, vi } from 'vitest';
import RerunSettings from '../../../../../src/islands/kit/rerun/RerunSettings.svelte';
import {
  fetchedFirst,
  fetchStudied,
  picturesRunParameters,
} from '../../../../../src/islands/kit/rerun/pictures-run.ts';
import { defaultsOf } from '../../../../../src/parameters/parameter.ts';

test('before a run on clothes a reader is told how much it fetches: the length of the file', () => {
  const megabytes = (statSync('public/data/fashion-mnist.bin').size / 1e6).toFixed(1);
  expect(fetchedFirst({ data: 'clothes' })).toBe(`${megabytes}\u00A0MB of pictures`);
  expect(fetchedFirst({ data: 'digits' })).toBeUndefined();
});

test('pictures are chosen by two joined buttons, of which digits are pressed at first', () => {
  const { body } = render(RerunSettings, {
    props: {
      parameters: picturesRunParameters,
      settings: defaultsOf(picturesRunParameters),
      names: ['data'],
      onchange: () => undefined,
    },
  });
  expect(body).toMatch(/role="group" aria-label="pictures of"/);
  expect(body.replace(/\s+/g, ' ')).toMatch(
    /aria-pressed="true"[^>]*> ?Digits ?<.*aria-pressed="false"[^>]*> ?Clothes ?</,
  );
  expect(body).not.toContain('<select');
});

test('clothes are not fetched with the digits', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response('', { status: 404 }));
  });
  await expect(fetchStudied('digits')).rejects.toThrow('digits.csv');
  expect(asked.join()).not.toContain('fashion');
  await expect(fetchStudied('clothes')).rejects.toThrow('fashion-mnist.bin');
  vi.unstubAllGlobals();
});
