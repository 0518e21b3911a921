import type { Passage, PassageKind } from '../../search/passage.ts';

/** Elements whose text is no part of what is read, or is said twice. */
const unread = new Set(
  'annotation astro-island button h1 head input nav noscript option pre select svg table template'.split(' '),
);
const unreadClass =
  /(?:^|\s)(?:article-head|article-end|contents-fold|heading-anchor|term-card|katex-html|visually-hidden|figure-body|figure-number|kicker|jump)(?:\s|$)/;
const unseen = /\s(?:hidden(?:="")?|aria-hidden="true"|data-footnote-(?:back)?ref[^\s]*)(?:\s|$)/;
const inLine = new Set(
  'a abbr b cite code em i mark math mi mn mo mrow msub msup mtext small span strong sub sup u'.split(' '),
);
const empty = new Set('area br col hr img input link meta source wbr'.split(' '));

/** Comments and scripts; a tag with its attributes, which may hold any sign; text. */
const token =
  /<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+)/gi;

interface OpenPassage {
  readonly kind: PassageKind;
  readonly anchor: string;
  title: string;
  text: string;
}

interface OpenElement {
  readonly tag: string;
  readonly classes: string;
  readonly isUnread: boolean;
  /** The passage that its text belongs to. */
  readonly passage: OpenPassage;
  readonly isTitle: boolean;
}

/**
 * Cuts a built page into passages: its beginning, and each section, figure and term that has an address.
 *
 * @param html as Astro writes it: every tag whole, every element closed. A hundred long pages are read in a second, which a parser
 *   that mends HTML is not asked for.
 * @param title of the page, which its beginning bears
 */
export function passagesOf(html: string, title: string): Passage[] {
  const start: OpenPassage = { kind: 'page', anchor: '', title, text: '' };
  const passages = [start];
  let section = start;
  let open: OpenElement[] = [];
  const add = (words: string): void => {
    const inside = open.at(-1);
    if (inside?.isUnread) return;
    const passage = inside?.passage ?? section;
    if (inside?.isTitle) passage.title += words;
    else passage.text += words;
  };
  const begin = (kind: PassageKind, anchor: string): OpenPassage => {
    const passage = { kind, anchor, title: '', text: '' };
    passages.push(passage);
    return passage;
  };
  const enter = (tag: string, attributes: string): OpenElement => {
    const parent = open.at(-1);
    const [id, classes] = [valueOf(attributes, 'id'), valueOf(attributes, 'class')];
    const around = parent?.passage ?? section;
    const isUnread =
      (parent?.isUnread ?? false) || unread.has(tag) || unreadClass.test(classes) || unseen.test(attributes);
    const inherited = { tag, classes, isUnread, passage: around, isTitle: parent?.isTitle ?? false };
    if (isUnread) return inherited;
    if (/^h[23]$/.test(tag) && id !== '' && around.kind !== 'figure') {
      section = begin('section', id);
      // What holds the heading may hold its text as well.
      open = open.map((element) => ({ ...element, passage: section }));
      return { ...inherited, passage: section, isTitle: true };
    }
    if (tag === 'figure' && id !== '') return { ...inherited, passage: begin('figure', id) };
    if (tag === 'div' && id !== '' && parent?.classes === 'glossary')
      return { ...inherited, passage: begin('term', id) };
    const isTitle =
      (tag === 'strong' && around.kind === 'figure' && around.title === '') || (tag === 'dt' && around.kind === 'term');
    return isTitle ? { ...inherited, isTitle } : inherited;
  };
  const main = html.slice(
    Math.max(0, html.indexOf('<main')),
    html.includes('</main>') ? html.indexOf('</main>') : undefined,
  );
  for (const [, , slash, name, attributes = '', text] of main.matchAll(token)) {
    const tag = name?.toLowerCase();
    if (text !== undefined) add(decoded(text));
    if (tag === undefined) continue;
    if (!inLine.has(tag)) add(' ');
    if (slash)
      open = open.slice(
        0,
        Math.max(
          0,
          open.findLastIndex((element) => element.tag === tag),
        ),
      );
    else if (!empty.has(tag) && !attributes.endsWith('/')) {
      // A heading begins a passage for all that is open.
      const element = enter(tag, attributes);
      open = [...open, element];
    }
  }
  return passages.map((passage) => ({ ...passage, title: inOneLine(passage.title), text: inOneLine(passage.text) }));
}

const valueOf = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const inOneLine = (text: string): string =>
  text
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
