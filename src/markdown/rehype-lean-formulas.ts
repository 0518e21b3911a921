import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Sets formulas with a third of KaTeX's elements, to the same picture. KaTeX raises and lowers by tables with props in them, and
 * spaces by empty boxes; a stack of boxes that share their baseline, each moved from it, and margins do the same. What screen
 * readers read and readers copy stays, but for rows of one. Comes last of what works on formulas; `formula-stacks.css` draws it.
 */
export function rehypeLeanFormulas() {
  return (tree: Root) => {
    let isDisplayed = false;
    visit(tree, 'element', (node: Element, _index, parent) => {
      if (hasClass(node, 'katex')) isDisplayed = parent?.type === 'element' && hasClass(parent, 'katex-display');
      if (node.tagName === 'semantics') node.children = node.children.map(withoutRowsOfOne);
      if (!hasClass(node, 'katex-html')) return;
      shrink(node);
      // Displayed formulas set the line that their pieces stand in.
      if (!isDisplayed) joinPiece(node);
    });
  };
}

/** Factors of KaTeX's eleven sizes of type. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488] as const;

/** From the innermost outward, so that what is merged is as small as it gets. */
function shrink(node: Element): void {
  for (const child of elementsOf(node)) shrink(child);
  if (hasClass(node, 'katex-base')) holdStrut(node);
  node.children = withMargins(node.children).map((child) => (isElement(child) ? simpler(child) : child));
  // What stands in a line of signs needs no box that only says what kind of sign it is.
  if (isLine(node)) node.children = node.children.flatMap((child) => (isElement(child) ? dissolved(child) : child));
}

/** A formula of one piece is that piece; and one of one sign is that sign. */
function joinPiece(formula: Element): void {
  for (const name of ['katex-base', 'mord']) {
    const [only, ...others] = formula.children;
    if (!only || !isElement(only) || others.length > 0 || !hasClass(only, name)) return;
    if (name === 'mord' && !canMerge(only)) return;
    const { properties, children } = merged(formula, only);
    formula.properties = properties;
    formula.children = children;
  }
}

function simpler(node: Element): Element {
  if (hasClass(node, 'vlist-t')) return stackOf(node) ?? node;
  const [only, ...others] = node.children;
  if (!only || !isElement(only) || others.length > 0) return node;
  if (isPlain(node) || (hasClass(node, 'enclosing') && canMerge(only))) return merged(node, only);
  const isOne = hasClass(only, 'stacked') || (hasClass(only, 'raised') && hasClass(node, 'msupsub'));
  return isOne && /^(msupsub|mop op-limits|mord katex-accent)( mtight)?$/.test(classesOf(node).join(' '))
    ? merged(node, only)
    : node;
}

/** What a box holds, where it says nothing else and its last sign can keep its distance from what follows. */
function dissolved(node: Element): ElementContent[] {
  const last = node.children.at(-1);
  if (isPlain(node)) return node.children;
  const { 'margin-right': margin, ...others } = stylesOf(node);
  const isSpaced = margin !== undefined && Object.keys(others).length === 0 && isPlain(node, ['className', 'style']);
  if (!isSpaced || !last || !isElement(last) || hasClass(last, 'mspace')) return [node];
  setStyles(last, withMargin(stylesOf(last), 'margin-right', inEm(margin) / ownSize(last)));
  return node.children;
}

/** The height of a piece, which an empty box gave it, as what `::before` reads. */
function holdStrut(base: Element): void {
  const [strut, ...rest] = base.children;
  if (!strut || !isElement(strut) || !hasClass(strut, 'katex-strut')) return;
  const { height, 'vertical-align': depth } = stylesOf(strut);
  base.children = rest;
  setStyles(base, { ...stylesOf(base), '--height': height ?? '0', '--depth': depth ?? '0' });
}

/** Spaces become margins of what they follow. */
function withMargins(children: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    const last = kept.at(-1);
    const space = isElement(child) && isSpace(child) ? stylesOf(child)['margin-right'] : undefined;
    if (space !== undefined && last && isElement(last) && !hasClass(last, 'katex-sizing'))
      setStyles(last, withMargin(stylesOf(last), 'margin-right', inEm(space)));
    else kept.push(child);
  }
  return kept;
}

const isSpace = (node: Element): boolean =>
  classesOf(node).join() === 'mspace' &&
  node.children.length === 0 &&
  Object.keys(stylesOf(node)).join() === 'margin-right';

/** What a table of raised boxes becomes; undefined where it holds what is drawn to its measure. */
function stackOf(table: Element): Element | undefined {
  const list = elementsOf(table)[0]?.children[0];
  if (!list || !isElement(list) || isDrawn(table)) return undefined;
  const items = elementsOf(list).map(moved);
  if (items.some((item) => item === undefined)) return undefined;
  const known = items.filter((item) => item !== undefined);
  const [only] = known;
  if (only && known.length === 1) {
    only.properties.className = [...classesOf(only), 'raised'];
    return only;
  }
  return { type: 'element', tagName: 'span', properties: { className: ['stacked'] }, children: known };
}

/** An item of such a table: its content, moved from the baseline by what the prop left open. */
function moved(item: Element): Element | undefined {
  const [prop, content, ...others] = item.children;
  if (!prop || !isElement(prop) || !hasClass(prop, 'pstrut')) return undefined;
  const { top, ...margins } = stylesOf(item);
  const { height } = stylesOf(prop);
  if (top === undefined || height === undefined || !content || !isElement(content) || others.length > 0)
    return undefined;
  const shift = inEm(top) + inEm(height);
  const outer: Element = { type: 'element', tagName: 'span', properties: { className: [] }, children: [content] };
  setStyles(outer, { ...(shift !== 0 && { top: toEm(shift) }), ...margins });
  return canMerge(content) ? merged(outer, unwrapped(content)) : outer;
}

/** Content in a size of its own around a single symbol is that symbol in that size. */
function unwrapped(content: Element): Element {
  const [only, ...others] = content.children;
  const canJoin = hasClass(content, 'katex-sizing') && only && isElement(only) && others.length === 0 && canMerge(only);
  return canJoin && !hasClass(only, 'katex-sizing') ? merged(content, only) : content;
}

/** Whether a box can be the one around it as well: it places nothing itself, but for accents, which move sideways. */
const canMerge = (node: Element): boolean =>
  !hasClass(node, 'stacked') &&
  /^(mord|mathnormal|katex-sizing|accent-body|enclosing|$)/.test(classesOf(node)[0] ?? '') &&
  Object.keys(stylesOf(node)).every((name) => name === 'left' || name.startsWith('margin'));

/** Two boxes, one in the other and nothing else, as one. */
function merged(outer: Element, inner: Element): Element {
  const scale = ownSize(inner);
  let styles = stylesOf(inner);
  for (const [name, value] of Object.entries(stylesOf(outer))) {
    if (name === 'top') styles = { ...styles, top: toEm(inEm(value) / scale) };
    else styles = withMargin(styles, name, inEm(value) / scale);
  }
  const className = [...new Set([...classesOf(outer), ...classesOf(inner)])];
  const node: Element = { ...inner, properties: { ...outer.properties, ...inner.properties, className } };
  if (className.length === 0) delete node.properties.className;
  setStyles(node, styles);
  return node;
}

/** How much larger or smaller the type of a box is than that around it. */
function ownSize(node: Element): number {
  const [, from, to] = /katex-sizing reset-size(\d+) size(\d+)/.exec(classesOf(node).join(' ')) ?? [];
  if (from === undefined || to === undefined) return 1;
  return (sizes[Number(to) - 1] ?? 1) / (sizes[Number(from) - 1] ?? 1);
}

function withMargin(styles: Readonly<Record<string, string>>, name: string, em: number): Record<string, string> {
  const { [name]: before, ...others } = styles;
  const sum = em + inEm(before ?? '0em');
  return { ...others, ...(Math.abs(sum) > 1e-6 && { [name]: toEm(sum) }) };
}

/** A row of one in the formula that is read aloud is what stands in it. */
function withoutRowsOfOne(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  node.children = node.children.map(withoutRowsOfOne);
  const [only, ...others] = node.children;
  // Cells of a table say each what the table can say for all.
  if (node.tagName === 'mtable' && cellsOf(node).every(isDisplayStyle)) {
    node.properties.displaystyle = 'true';
    for (const cell of cellsOf(node))
      cell.children = cell.children.flatMap((style) => (isElement(style) ? style.children : style));
  }
  return node.tagName === 'mrow' && only && others.length === 0 ? only : node;
}

const cellsOf = (table: Element): Element[] => elementsOf(table).flatMap(elementsOf);

const isDisplayStyle = ({ children: [style, ...others] }: Element): boolean =>
  style !== undefined &&
  isElement(style) &&
  others.length === 0 &&
  style.tagName === 'mstyle' &&
  String(style.properties.displaystyle) === 'true' &&
  Number(style.properties.scriptlevel) === 0;

/** Whether a box says nothing but what kind of sign it holds. */
const isPlain = (node: Element, may = ['className']): boolean =>
  /^((mord|mop|mbin|mrel|mopen|mclose|mpunct|minner|mtight)( |$))*$/.test(classesOf(node).join(' ')) &&
  Object.keys(node.properties).every((name) => may.includes(name));

/** Whether what a box holds stands side by side in a line. */
const isLine = (node: Element): boolean =>
  /^(mord|mop|mbin|mrel|mopen|mclose|mpunct|minner|enclosing|katex-base|katex-sizing)$/.test(
    classesOf(node)[0] ?? '',
  ) && !/\b(stacked|katex-accent|op-limits)\b/.test(classesOf(node).join(' '));

const isDrawn = (node: Element): boolean =>
  elementsOf(node).some(
    (child) =>
      child.tagName === 'svg' ||
      /^(frac-line|katex-stretchy|hide-tail)$/.test(classesOf(child)[0] ?? '') ||
      isDrawn(child),
  );

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const elementsOf = (node: Element): Element[] => node.children.filter(isElement);
const hasClass = (node: Element, name: string): boolean => classesOf(node).includes(name);

function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function stylesOf(node: Element): Record<string, string> {
  const { style } = node.properties;
  if (typeof style !== 'string') return {};
  const pairs = style.split(';').map((rule) => rule.split(':').map((part) => part.trim()));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2));
}

function setStyles(node: Element, styles: Readonly<Record<string, string>>): void {
  const style = Object.entries(styles)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  node.properties = { ...node.properties };
  delete node.properties.style;
  if (style !== '') node.properties.style = style;
}

function inEm(value: string): number {
  if (!/^-?[\d.]+(em)?$/.test(value)) throw new Error(`rehypeLeanFormulas: expected a length in em, got ${value}.`);
  return Number.parseFloat(value);
}

const toEm = (value: number): string => `${Number(value.toFixed(4))}em`;
