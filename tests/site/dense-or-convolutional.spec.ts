import { awake, demoOf, expect, reaches, test } from './site-test.ts';

const name = 'dense-or-convolutional';
const imagenet = '/articles/imagenet/';
const data = /fashion-mnist-full-size\.bin/;

test('networks on clothes at full size: what was computed in advance, what a run fetches, and a run of every network', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (data.test(request.url())) fetched.push(request.url());
  });
  await page.goto(`${imagenet}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('8 seeds');
  await expect(demo.getByRole('table', { name: 'Networks beside the large dense one' }).getByRole('row')).toHaveCount(
    4,
  );
  await expect(demo.getByRole('table', { name: 'mixup beside ERM' }).getByRole('row')).toHaveCount(5);

  // Near it and with the pointer on it, the pictures are still not fetched: how much they are is said first.
  await awake(page, name);
  await demo.hover();
  await expect(demo.getByRole('status').first()).toContainText('A run first fetches 0.6 MB of pictures.');
  expect(fetched).toEqual([]);

  await page.goto(`${imagenet}?v=1&engine=cpu&${name}.rows=500&${name}.steps=250&${name}.seeds=1#${name}`);
  await reaches(demo, 'done');
  expect(fetched).toHaveLength(1);
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
});
