import { afterEach, expect, test, vi } from 'vitest';
import { fetchFormatted, fetchOnce } from '../../../src/data/fetch-data.ts';

afterEach(() => vi.unstubAllGlobals());

const answerWith = (body: string, status = 200): void =>
  void vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

test('a file of the format that the page reads is handed on', async () => {
  answerWith('{ "versions": { "format": 1 }, "seed": 7 }');
  expect((await fetchFormatted('networks'))['seed']).toBe(7);
});

test('who waits for a file is told how much of it has come', async () => {
  const text = '{ "versions": { "format": 1 }, "seed": 7 }';
  answerWith(text);
  const shares: number[] = [];
  const onProgress = (share: number): number => shares.push(share);
  expect((await fetchFormatted('networks', { bytes: text.length, onProgress }))['seed']).toBe(7);
  expect(shares.at(-1)).toBe(1);
});

test('a file of a newer format, as after a new version of the site, asks the reader to reload the page', async () => {
  answerWith('{ "versions": { "format": 2 }, "seed": 7 }');
  await expect(fetchFormatted('networks')).rejects.toThrow(/networks\.json.*format 2.*Reload the page/);
});

test('a page that comes instead of the data, or half of a file, is told in a sentence', async () => {
  answerWith('<!doctype html><title>Please log in</title>');
  await expect(fetchFormatted('networks')).rejects.toThrow(/networks\.json\) did not arrive whole\. Check/);
});

test('a download is made once, however many ask for it', async () => {
  let downloads = 0;
  const fetched = fetchOnce(() => Promise.resolve((downloads += 1)));
  expect(await Promise.all([fetched(), fetched(), fetched()])).toEqual([1, 1, 1]);
  expect(await fetched()).toBe(1);
});

test('a download that fails tells all who wait, and is tried again by the next who asks', async () => {
  let downloads = 0;
  const fetched = fetchOnce(() => {
    downloads += 1;
    return downloads === 1 ? Promise.reject(new Error('no connection')) : Promise.resolve('data');
  });
  const waiting = [fetched(), fetched()];
  for (const one of waiting) await expect(one).rejects.toThrow('no connection');
  expect(await fetched()).toBe('data');
  expect(downloads).toBe(2);
});
