import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { firstElement } from '../../../src/build/publish/built-page.ts';
import { feedContent } from '../../../src/build/publish/feed-content.ts';
import { feedWords } from '../../../src/words/feed-words.ts';

const address = 'https://example.org/mixup/articles/alpha/';

function told(html: string, pictures: Record<string, string> = {}): string {
  const holder = firstElement(fromHtml(`<div>${html}</div>`), ({ tagName }) => tagName === 'div');
  if (!holder) throw new Error('The text has no holder.');
  const pictureOf = (figure: string) => {
    const where = pictures[figure];
    return where === undefined ? undefined : { address: where, width: 640, height: 400 };
  };
  return feedContent(holder, address, pictureOf, feedWords);
}

test('addresses are full: of pages, places in this one, settings and pictures', () => {
  expect(told('<p><a class="term" href="/mixup/glossary/#loss">loss</a> <a href="#mix">(1)</a></p>')).toBe(
    `<p><a href="https://example.org/mixup/glossary/#loss">loss</a> <a href="${address}#mix">(1)</a></p>`,
  );
  expect(told('<img src="/mixup/pictures/cat.svg" alt="A cat" class="x">')).toBe(
    '<img src="https://example.org/mixup/pictures/cat.svg" alt="A cat">',
  );
});

test('a figure is its picture, its caption and the way to it; no control and no script is left', () => {
  const html = told(
    '<figure id="mix-digits" class="figure"><div class="figure-body"><astro-island><script>x()</script><svg></svg><button>Run</button></astro-island></div>' +
      '<figcaption><div class="figure-caption"><a href="#mix-digits">Figure 2</a> <p><strong>Two digits.</strong> Drag.</p></div></figcaption></figure>',
    { 'mix-digits': 'https://example.org/mixup/cards/mix-digits.png' },
  );
  expect(html).toContain(
    `<a href="${address}#mix-digits"><img src="https://example.org/mixup/cards/mix-digits.png" alt="Figure: Two digits." width="640" height="400"></a>`,
  );
  expect(html).toContain('<p><strong>Two digits.</strong> Drag.</p>');
  expect(html).not.toMatch(/script|svg|button|astro-island|Run/);
});

test('pictures and films beside an article are shown as they are, in figures and without', () => {
  const picture =
    '<img src="/mixup/_astro/cat.webp" srcset="/mixup/_astro/cat-400.webp 400w" class="own-picture" alt="A cat asleep" width="800" height="500">';
  const shown = '<img src="https://example.org/mixup/_astro/cat.webp" alt="A cat asleep" width="800" height="500">';
  expect(told(`<p>${picture}</p>`)).toBe(`<p>${shown}</p>`);
  const figure = told(
    `<figure id="cat"><div class="figure-body"><p>${picture}</p></div><figcaption><div class="figure-caption"><p><strong>A cat.</strong></p></div></figcaption></figure>`,
  );
  expect(figure).toBe(`<figure>${shown}<figcaption><p><strong>A cat.</strong></p></figcaption></figure>`);
  expect(
    told('<video src="/mixup/_astro/cat.mp4" poster="/mixup/_astro/cat.png" controls preload="none"></video>'),
  ).toBe(
    '<video src="https://example.org/mixup/_astro/cat.mp4" poster="https://example.org/mixup/_astro/cat.png" controls></video>',
  );
});

test('a formula is told once, as MathML', () => {
  const html = told(
    '<p><span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>λ</mi></mrow><annotation encoding="application/x-tex">\\lambda</annotation></semantics></math></span>' +
      '<span class="katex-html" aria-hidden="true">λ</span></span></p>',
  );
  expect(html).toBe('<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>λ</mi></mrow></math></p>');
});

test('a guess is its question and the way to answer it; what came out stays on the page', () => {
  const html = told(
    '<guess-first id="guess-how"><p class="guess-question"><span class="kicker">Guess first</span> How many?</p><form><input></form><div class="guess-told"><p>Seven.</p></div></guess-first>',
  );
  expect(html).toContain('<strong>Guess first:</strong> How many?');
  expect(html).toContain(`href="${address}#guess-how"`);
  expect(html).not.toContain('Seven');
});
