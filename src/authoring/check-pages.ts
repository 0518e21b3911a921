import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page of the built site has that may be wrong. */
interface PageParts {
  /** Its address below the base, such as `/about/`. */
  readonly path: string;
  readonly ids: readonly string[];
  /** Levels of its headings, in their order; a figure's own are apart from those of the text. */
  readonly levels: readonly number[];
  /** How many headings of the first level it has. */
  readonly firsts: number;
  /** Addresses that it leads to or loads. */
  readonly targets: readonly string[];
  /** Pictures without a text for who does not see them. */
  readonly silent: readonly string[];
  /** Classes and styles that hold what was to be computed instead of a value. */
  readonly unwritten: readonly string[];
  /** Places of texts that nothing was put into, such as `{alpha}`. */
  readonly unfilled: readonly string[];
}

const attributes = /([\w:@-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * Looks at every page of a built site: that links, fragments and files lead somewhere, ids are there once, pictures have words,
 * classes and styles hold values and no code, texts have what was to be put into them, and headings go down one level at a time from a single first.
 *
 * @param folder where the site was built
 * @param base the path it is made for, with both slashes
 * @returns a sentence for each mistake, which begins with the page
 */
export function pageMistakes(folder: string, base: string): string[] {
  const files = globSync('**/*.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  const pages = files.sort().map((file) => partsOf(readFileSync(join(folder, file), 'utf8'), pathOf(file)));
  const known = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  return pages.flatMap((page) => [
    ...twice(page.ids).map((id) => `${page.path} has the id "${id}" twice.`),
    ...page.silent.map((source) => `${page.path} shows ${source} without alt="…".`),
    ...new Set(page.unwritten.map((name) => `${page.path} has code where ${name} should have a value.`)),
    ...page.unfilled.map((place) => `${page.path} says "${place}", where something else was to be put in.`),
    ...levelMistakes(page),
    ...page.targets.flatMap((target) => targetMistake(target, page, known, folder, base) ?? []),
  ]);
}

const pathOf = (file: string): string => `/${file}`.replace(/\/index\.html$/, '/');

/** @param html as Astro writes it: every tag whole, every attribute in quotes or bare */
function partsOf(html: string, path: string): PageParts {
  const text = html.replace(/<!--[\s\S]*?-->|<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>');
  const inText = text.replace(/<figure\b[\s\S]*?<\/figure>/g, '');
  const levels = Array.from(inText.matchAll(/<h([1-6])\b/g), ([, level]) => Number(level));
  const firsts = text.split(/<h1\b/).length - 1;
  const parts = {
    path,
    firsts,
    ids: [] as string[],
    levels,
    targets: [] as string[],
    silent: [] as string[],
    unwritten: [] as string[],
    unfilled: Array.from(proseOf(text).matchAll(/\{[a-z]\w*\}/gi), ([place]) => place),
  };
  for (const [, tag = '', rest = ''] of text.matchAll(
    /<([a-z][\w-]*)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi,
  )) {
    const given = new Map(Array.from(rest.matchAll(attributes), ([, name = '', ...values]) => [name, values.join('')]));
    for (const name of ['class', 'style'])
      if (code.test(given.get(name) ?? '')) parts.unwritten.push(`the ${name} of <${tag}>`);
    const id = given.get('id');
    if (id !== undefined) parts.ids.push(id);
    if (tag === 'img' && !given.has('alt')) parts.silent.push(given.get('src') ?? 'a picture');
    const target = tag === 'a' || tag === 'link' ? given.get('href') : given.get('src');
    if (target !== undefined) parts.targets.push(target.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
  }
  return parts;
}

/** The text of a page without its code and the sources of its formulas, whose braces are meant. */
const proseOf = (text: string): string =>
  text.replace(/<(code|pre|annotation|textarea)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

/** How JavaScript writes a function and an object. */
const code = /\bfunction\s*\w*\(|\[object \w+\]/;

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

function levelMistakes({ path, levels, firsts }: PageParts): string[] {
  const jump = levels.find((level, k) => level > (levels[k - 1] ?? 1) + 1);
  return [
    ...(firsts === 1 ? [] : [`${path} has ${firsts} headings of the first level; a page has one.`]),
    ...(jump === undefined
      ? []
      : [`${path} has a heading of level ${jump} without one of level ${jump - 1} above it.`]),
  ];
}

function targetMistake(
  target: string,
  { path }: PageParts,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  folder: string,
  base: string,
): string | undefined {
  if (/^(\w+:|\/\/)/.test(target)) return undefined;
  const [, place = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target) ?? [];
  if (place !== '' && !`${place}/`.startsWith(base)) return `${path} leads to "${target}", which is not below ${base}.`;
  const below = place === '' ? path : `/${decodeURI(place).slice(base.length)}`;
  const ids = known.get(below);
  if (!ids) return existsSync(join(folder, below)) ? undefined : `${path} leads to "${target}", which is not there.`;
  if (fragment === '' || ids.has(decodeURIComponent(fragment))) return undefined;
  return `${path} leads to "${target}", and ${below} has no such place.`;
}
