import 'katex/dist/katex.css';
import type { ElementContent, Root } from 'hast';
import katex from 'katex';
import { afterEach, expect, test } from 'vitest';
import { katexSettings } from '../../../src/markdown/katex-settings.ts';
import { rehypeLeanFormulas } from '../../../src/markdown/rehype-lean-formulas.ts';
import '../../../src/styles/formula-stacks.css';

/** A twentieth of a pixel: browsers place glyphs in 64ths. */
const nearly = 0.05;

/** Every way in which the articles' formulas stack signs, and some that they may. */
const formulas = [
  '\\tilde{x} = \\lambda\\, x_i + (1-\\lambda)\\, x_j',
  '\\begin{aligned} \\htmlData{sym=xt}{\\tilde{x}} &= x_i \\\\ \\htmlData{sym=yt}{\\tilde y} &= \\htmlData{sym=yi}{y_i} . \\end{aligned}',
  '\\frac{1}{n}\\sum_{j=1}^{n} \\mathbb{E}_\\lambda\\Big[ \\delta\\big(\\tilde{y}_i^2\\big) \\Big]',
  '\\max_{\\|\\delta\\|_\\infty \\le \\epsilon} \\ell\\left(\\frac{a_i}{b^2}\\right)^2',
  'x^{y^{z_i}}_{a}, \\bar{x}_{\\tilde y}, \\hat{\\theta}^{\\prime\\prime}, \\dot x',
  '\\sqrt{x_i^2 + 1}, \\overline{ab}, \\underbrace{a + b}_{c}, \\vec{v}',
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} a \\not= \\text{a b}_{\\text{max}}',
];

afterEach(() => document.body.replaceChildren());

for (const tex of formulas)
  for (const displayMode of [false, true])
    test(`every sign of ${tex} stands where KaTeX puts it${displayMode ? ', displayed' : ''}, with fewer elements, and what is read and copied stays`, async () => {
      const whole = show(document.createElement('div'), katex.renderToString(tex, { ...katexSettings, displayMode }));
      const tree: Root = { type: 'root', children: [...whole.childNodes].map(toHast) };
      rehypeLeanFormulas()(tree);
      const lean = document.createElement('div');
      lean.append(...tree.children.map(toDom));
      document.body.append(lean);
      await document.fonts.ready;

      expect(lean.querySelectorAll('*').length).toBeLessThan(0.8 * whole.querySelectorAll('*').length);
      expect(lean.getBoundingClientRect().height).toBeCloseTo(whole.getBoundingClientRect().height, 1);
      const [expected, signs] = [signsOf(whole), signsOf(lean)];
      expect(signs.map(({ sign }) => sign)).toEqual(expected.map(({ sign }) => sign));
      const moved = signs.filter(({ left, top }, k) => {
        const asSet = expected[k] as (typeof signs)[number];
        return Math.abs(left - asSet.left) > nearly || Math.abs(top - asSet.top) > nearly;
      });
      expect(moved).toEqual([]);
      expect(textOf(lean, 'annotation')).toEqual(textOf(whole, 'annotation'));
      expect(textOf(lean, 'math')).toEqual(textOf(whole, 'math'));
      expect(namesOf(lean)).toEqual(namesOf(whole));
    });

function show(box: HTMLElement, html: string): HTMLElement {
  box.innerHTML = html;
  document.body.append(box);
  return box;
}

/** Every sign that is drawn, and where, from the upper left corner of its formula. */
function signsOf(box: HTMLElement): { sign: string; left: number; top: number }[] {
  const from = box.getBoundingClientRect();
  const walker = document.createTreeWalker(box.querySelector('.katex-html') as Element, NodeFilter.SHOW_TEXT);
  const signs: { sign: string; left: number; top: number }[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    for (const [at, sign] of text.data.split('').entries()) {
      // KaTeX holds cells of its tables open with it.
      if (sign === '\u200b') continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + sign.length);
      const { left, top } = range.getBoundingClientRect();
      signs.push({ sign, left: left - from.left, top: top - from.top });
    }
  }
  return signs;
}

const textOf = (box: HTMLElement, tag: string): string[] =>
  [...box.querySelectorAll(tag)].map(({ textContent }) => textContent);
const namesOf = (box: HTMLElement): (string | null)[] =>
  [...box.querySelectorAll('[data-sym]')].map((element) => element.getAttribute('data-sym'));

function toHast(node: Node): ElementContent {
  if (!(node instanceof Element)) return { type: 'text', value: node.textContent ?? '' };
  const { class: names, ...others } = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const properties = { ...others, ...(names !== undefined && { className: names.split(' ').filter(Boolean) }) };
  return { type: 'element', tagName: node.localName, properties, children: [...node.childNodes].map(toHast) };
}

function toDom(node: Root['children'][number]): Node {
  if (node.type !== 'element') return document.createTextNode('value' in node ? node.value : '');
  const svg = 'http://www.w3.org/2000/svg';
  const element = ['svg', 'path'].includes(node.tagName)
    ? document.createElementNS(svg, node.tagName)
    : document.createElement(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    element.setAttribute(name === 'className' ? 'class' : name, text);
  }
  element.append(...node.children.map(toDom));
  return element;
}
