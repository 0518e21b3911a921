import { expect, test } from 'vitest';
import { fetchOnce } from '../../../src/data/fetch-data.ts';

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
