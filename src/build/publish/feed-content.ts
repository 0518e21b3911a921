import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { feedWords } from '../../words/feed-words.ts';
import { fill } from '../../words/words.ts';
import { firstElement, hasClass } from './built-page.ts';

/** A picture that stands for a figure where nothing moves. */
export interface StillPicture {
  /** Its full address. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** What only works on the page, or is said twice there. */
const dropped = new Set([
  'live-formula',
  'script',
  'style',
  'noscript',
  'template',
  'button',
  'input',
  'select',
  'nav',
  'svg',
  'link',
]);
const droppedClasses = [
  'article-head',
  'contents-fold',
  'heading-anchor',
  'term-card',
  'katex-html',
  'visually-hidden',
];
/** What a feed reader knows how to show of what an element says of itself. */
const kept = new Set([
  'href',
  'src',
  'poster',
  'controls',
  'alt',
  'width',
  'height',
  'colSpan',
  'rowSpan',
  'scope',
  'dateTime',
  'lang',
  'start',
  'xmlns',
  'display',
  'kind',
  'srcLang',
  'label',
  'type',
]);
/** Which of these are addresses. */
const addresses = new Set(['href', 'src', 'poster']);

/**
 * The text of an article, or its list of works, for feed readers, which know neither the site's style sheet nor its scripts: figures are pictures with
 * their captions, formulas MathML, all addresses full.
 *
 * @param holder the element that holds it
 * @param address full address of the article
 * @param pictureOf the picture of a figure, by its anchor, if there is one
 * @param says what stands beside the text, in its language
 * @returns HTML
 */
export function feedContent(
  holder: Element,
  address: string,
  pictureOf: (figure: string) => StillPicture | undefined,
  says: Readonly<Record<keyof typeof feedWords, string>>,
): string {
  return toHtml(holder.children.flatMap((child) => forReaders(child, { address, pictureOf, says }))).trim();
}

interface Surroundings {
  readonly address: string;
  readonly pictureOf: Parameters<typeof feedContent>[2];
  readonly says: Parameters<typeof feedContent>[3];
}

function forReaders(node: ElementContent, around: Surroundings): ElementContent[] {
  const { address } = around;
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (isDropped(node)) return [];
  if (node.tagName === 'guess-first') return [guess(node, around)];
  const { id } = node.properties;
  if (node.tagName === 'figure' && typeof id === 'string') return [figure(node, id, around)];
  const children = node.children.flatMap((child) => forReaders(child, around));
  if (isWrapper(node)) return children;
  // A wrapper of its own would keep what it held apart from the words beside it.
  const isEmpty = children.length === 0 && ['div', 'p', 'section'].includes(node.tagName);
  return isEmpty ? [] : [{ ...node, properties: fullAddresses(node.properties, address), children }];
}

function isDropped(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    dropped.has(tagName) ||
    tagName === 'annotation' ||
    'hidden' in properties ||
    droppedClasses.some((name) => hasClass(element, name))
  );
}

/** Elements of ours, of the framework's, and those that carry nothing but looks. */
const isWrapper = ({ tagName }: Element): boolean =>
  tagName.includes('-') || ['span', 'semantics', 'form', 'header', 'label', 'output'].includes(tagName);

function fullAddresses(properties: Properties, address: string): Properties {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => kept.has(name))
      .map(([name, value]) => [
        name,
        addresses.has(name) && typeof value === 'string' ? new URL(value, address).href : value,
      ]),
  );
}

/** A figure: its picture, which leads to it, and its caption. */
function figure(node: Element, id: string, around: Surroundings): Element {
  const { address, pictureOf, says } = around;
  const caption = firstElement(node, (one) => hasClass(one, 'figure-caption'));
  const words = (caption?.children ?? []).flatMap((child) => forReaders(child, around));
  const where = `${address}#${id}`;
  const picture = pictureOf(id);
  const shown: Element[] = picture
    ? [
        link(where, [
          element('img', {
            src: picture.address,
            alt: fill(says.figure, { takeaway: textOf(node) }),
            width: picture.width,
            height: picture.height,
          }),
        ]),
      ]
    : ownPictures(node, around);
  if (shown.length > 0 && !picture) return element('figure', {}, [...shown, element('figcaption', {}, words)]);
  const toPage = element('p', {}, [link(where, [{ type: 'text', value: says.seeLive }])]);
  return element('figure', {}, [...shown, element('figcaption', {}, [...words, toPage])]);
}

/** Pictures and films that lie beside the article, which a feed shows as the page does. */
function ownPictures(node: Element, around: Surroundings): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (one) => {
    if (hasClass(one, 'own-picture') || one.tagName === 'video') found.push(one);
  });
  return found.flatMap((one) => forReaders(one, around)).filter((one) => one.type === 'element');
}

/** The take-away of a figure, which its caption begins with. */
function textOf(node: Element): string {
  const takeaway = firstElement(node, ({ tagName }) => tagName === 'strong');
  return takeaway ? plainText(takeaway) : '';
}

/** A question to guess at, which the page asks and answers. */
function guess(node: Element, around: Surroundings): Element {
  const { address, says } = around;
  const question = firstElement(node, (one) => hasClass(one, 'guess-question'));
  const asked = (question?.children ?? [])
    .filter((child) => child.type !== 'element' || !hasClass(child, 'kicker'))
    .flatMap((child) => forReaders(child, { ...around, pictureOf: () => undefined }));
  const where = `${address}#${String(node.properties['id'])}`;
  return element('blockquote', {}, [
    element('p', {}, [
      element('strong', {}, [{ type: 'text', value: says.guessFirst }]),
      ...asked,
      { type: 'text', value: ' ' },
      link(where, [{ type: 'text', value: says.guessOnPage }]),
    ]),
  ]);
}

const link = (href: string, children: ElementContent[]): Element => element('a', { href }, children);

const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isDropped(node)) return '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
