import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readFileSync } from 'node:fs';
import { EXIT, visit } from 'unist-util-visit';

/** A page as it was built. What is made after the build, feeds and pictures, is made of these, so that it says what the pages say. */
interface BuiltPage {
  /** All of the page, parsed when it is asked for. */
  readonly tree: () => Root;
  readonly title: string;
  readonly description: string;
  /** Its full address; undefined where nobody said what the site's is, and on pages that have none. */
  readonly address: string | undefined;
  /** Dates of an article as in its front matter, in ISO 8601. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
}

/**
 * Reads a built page.
 *
 * @param file of HTML
 * @throws when the page has no title or description
 */
export function readBuiltPage(file: string): BuiltPage {
  const html = readFileSync(file, 'utf8');
  // The head is a hundredth of a long page.
  const head = fromHtml(html.slice(0, html.indexOf('</head>')));
  const meta = (name: string): string | undefined => {
    const found = firstElement(
      head,
      ({ tagName, properties }) => tagName === 'meta' && (properties['name'] ?? properties['property']) === name,
    );
    return found && String(found.properties['content']);
  };
  const canonical = firstElement(head, ({ properties }) => String(properties['rel']) === 'canonical');
  const [title, description] = [meta('og:title'), meta('description')];
  if (title === undefined || description === undefined)
    throw new Error(`${file}: expected a page with a title and a description in its head.`);
  return {
    tree: () => fromHtml(html),
    title,
    description,
    address: canonical && String(canonical.properties['href']),
    published: meta('article:published_time'),
    updated: meta('article:modified_time'),
  };
}

/** The first element of a tree, in the order of the text, that is what is looked for. */
export function firstElement(tree: Nodes, isSought: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!isSought(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** Whether an element carries a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}
