import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nearPages, wordsOf } from '../../../src/components/near-pages.ts';

const articles = readdirSync(join(import.meta.dirname, '../../../content/articles'))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => `/articles/${name.replace('.mdx', '')}/`);
const pages = ['/', '/articles/', ...articles, '/results/', '/glossary/', '/about/', '/bench/'];

test.each([
  ['a slip', '/articles/adverserial-examples/', '/articles/adversarial-examples/'],
  ['a letter too few', '/articles/gan/', '/articles/gans/'],
  ['another folder', '/article/imagenet/', '/articles/imagenet/'],
  ['no folder', '/cifar', '/articles/cifar/'],
  ['no slash at its end', '/articles/speech', '/articles/speech/'],
  ['another base', '/mixup/articles/gans/', '/articles/gans/'],
  ['an ending', '/articles/training_with_mixup.html', '/articles/training-with-mixup/'],
  ['a page below one', '/articles/ablation/figure-3/', '/articles/ablation/'],
  ['half a name', '/articles/adversarial/', '/articles/adversarial-examples/'],
  ['one word of a name', '/articles/vrm/', '/articles/data-augmentation-and-vrm/'],
  ['words parted otherwise', '/articles/What%20is%20mix-up/', '/articles/what-is-mixup/'],
  ['a page that is no article', '/result/index.html', '/results/'],
])('the address with %s leads to the page that was meant', (_, asked, meant) => {
  expect(nearPages(asked, pages)).toEqual([meant]);
});

test('of several that are as near all are offered, and of an address like no other none', () => {
  expect(nearPages('/articles/mixup/', pages)).toEqual(
    expect.arrayContaining(['/articles/training-with-mixup/', '/articles/what-is-mixup/']),
  );
  for (const asked of ['/wp-login.php', '/', '/%', '/articles/zzzzzz/qqqqqq/']) {
    const near = nearPages(asked, pages);
    expect(
      near.filter((path) => path !== '/articles/'),
      asked,
    ).toEqual([]);
  }
});

test('what to search for is the last name, in words', () => {
  expect(wordsOf('/mixup/articles/Manifold_intrusion.html')).toBe('manifold intrusion');
  expect(wordsOf('/')).toBe('');
});

test('below a base, addresses keep it', () => {
  expect(nearPages('/mixup/articels/gans', ['/mixup/', '/mixup/articles/gans/', '/mixup/about/'])).toEqual([
    '/mixup/articles/gans/',
  ]);
});
