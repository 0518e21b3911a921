import { expect, test } from 'vitest';
import { passagesOf } from '../../../src/build/search/passages.ts';

const page = (inside: string): string =>
  `<html><body><nav>Menu</nav><main id="main">${inside}</main><footer>End</footer></body></html>`;

test('a page is cut at its headings, its figures stand for themselves, and the text goes on behind them', () => {
  const passages = passagesOf(
    page(
      '<h1>Title</h1><div class="prose"><p>First &amp; foremost.</p><h2 id="a">Two <em>words</em><a class="heading-anchor" href="#a">#</a></h2>' +
        '<p>Before.</p><figure class="figure" id="fig"><div class="figure-body"><svg><text>axis</text></svg></div><figcaption>' +
        '<div class="figure-caption"><a class="figure-number" href="#fig">Figure 1</a><strong>Less is more.</strong> Press it.</div></figcaption></figure>' +
        '<p>Behind.</p><h3 id="b">Part</h3><p>Deep.</p></div>',
    ),
    'Title',
  );
  expect(passages).toEqual([
    { kind: 'page', anchor: '', title: 'Title', text: 'First & foremost.' },
    { kind: 'section', anchor: 'a', title: 'Two words', text: 'Before. Behind.' },
    { kind: 'figure', anchor: 'fig', title: 'Less is more.', text: 'Press it.' },
    { kind: 'section', anchor: 'b', title: 'Part', text: 'Deep.' },
  ]);
});

test('terms of the glossary are passages with their definitions', () => {
  const [, term] = passagesOf(
    page('<dl class="glossary"><div id="loss"><dt><a href="#loss">Loss</a></dt><dd>How far off.</dd></div></dl>'),
    'Glossary',
  );
  expect(term).toEqual({ kind: 'term', anchor: 'loss', title: 'Loss', text: 'How far off.' });
});

test('what is hidden, pressed, drawn, or written for machines is not searched, and signs in attributes confuse nothing', () => {
  const [start] = passagesOf(
    page(
      '<script>if (a < b) c = "<p>no</p>"</script><p title="1 > 0">Seen</p><p hidden>No</p><button>No</button><noscript><p>No</p></noscript>' +
        '<span class="visually-hidden">No</span><math><mi>λ</mi><annotation>\\lambda</annotation></math><img alt="a"><br><p>and&nbsp;read.</p>',
    ),
    'Title',
  );
  expect(start?.text).toBe('Seen λ and read.');
});
