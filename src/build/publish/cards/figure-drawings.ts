import type { Element, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visit } from 'unist-util-visit';
import { firstElement, hasClass } from '../built-page.ts';
import { outlined } from './outlined-text.ts';
import { colorOf, inPlainColors, type Scheme } from './plain-colors.ts';

/** The drawings of figures are 160 by 100. */
export const drawingSize = { width: 160, height: 100 } as const;

/** The drawings of the home page, which stand for figures in lists: the inside of an SVG of the size above, by the figure's room. */
export function figureDrawings(
  home: Root,
  folder: string,
  base: string,
  scheme: Scheme = 'light',
): Map<string, string> {
  const drawings = new Map<string, string>();
  visit(home, 'element', (element) => {
    const room = element.properties['dataPicture'];
    if (!hasClass(element, 'card-picture') || typeof room !== 'string') return;
    const svg = firstElement(element, ({ tagName }) => tagName === 'svg');
    drawings.set(room, svg ? drawn(svg, scheme) : stacked(element, folder, base));
  });
  return drawings;
}

/** The page that a translation is of, below the site's base: `articles/gans/` for `de/articles/gans/`. Any other page is its own. */
export const originalOf = (path: string): string => path.replace(/^[a-z]{2}(?:-[a-z]{2})?\/(?=articles\/.)/, '');

/** Which figure's drawing stands for a page in the lists of the home page, by the page's path. */
export function pagePictures(home: Root): Map<string, string> {
  const pictures = new Map<string, string>();
  visit(home, 'element', (item) => {
    if (item.tagName !== 'li') return;
    const room = firstElement(item, (element) => hasClass(element, 'card-picture'))?.properties['dataPicture'];
    const page = firstElement(item, ({ tagName }) => tagName === 'a')?.properties['href'];
    if (typeof room === 'string' && typeof page === 'string') pictures.set(page, room);
  });
  return pictures;
}

/** A drawing whose words are outlines and whose colors are those of a scheme. */
function drawn(svg: Element, scheme: Scheme): string {
  const inside = toHtml(svg.children, { space: 'svg' });
  const words = inside.replace(/<text([^>]*)>\s*([^<]*?)\s*<\/text>/g, (_, attributes: string, text: string) => {
    const said = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const type = { face: 'number', size: Number(said('font-size')) } as const;
    const anchor = said('text-anchor') === 'middle' ? 'middle' : 'start';
    return outlined(text, type, Number(said('x')), Number(said('y')), said('fill'), anchor);
  });
  return inPlainColors(words, scheme);
}

/** Pictures that lie over one another, as deep as each shows through. */
function stacked(element: Element, folder: string, base: string): string {
  const layers: string[] = [];
  visit(element, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    const { src } = properties;
    if (typeof src !== 'string') return;
    const file = src.slice(base.length);
    const [, opacity = '1'] = /opacity:\s*([\d.]+)/.exec(styleOf(properties)) ?? [];
    const bytes = readFileSync(join(folder, file)).toString('base64');
    layers.push(
      `<image href="data:image/svg+xml;base64,${bytes}" x="30" width="100" height="100" opacity="${opacity}"/>`,
    );
  });
  return layers.join('');
}

/** The opening of the home page: two pictures in the colors of their classes, and half way their blend. */
export function openingDrawing(home: Root): string {
  const stage = firstElement(home, ({ properties }) => styleOf(properties).includes('--mask-a'));
  const [, a = '', b = ''] =
    /--mask-a:\s*url\((data:[^)]+)\).*?--mask-b:\s*url\((data:[^)]+)\)/s.exec(styleOf(stage?.properties)) ?? [];
  if (a === '' || b === '') throw new Error('The home page: expected an opening with two pictures as masks.');
  const color = (name: string): string =>
    `<filter id="${name}" color-interpolation-filters="sRGB"><feFlood flood-color="${colorOf(name)}"/><feComposite in2="SourceAlpha" operator="in"/></filter>`;
  const picture = (mask: string, name: string, x: number, opacity = 1): string =>
    `<image href="${mask}" x="${x}" y="25" width="50" height="50" filter="url(#${name})" opacity="${opacity}"/>`;
  return [
    color('class-a'),
    color('class-b'),
    picture(a, 'class-a', 0),
    picture(a, 'class-a', 55, 0.6),
    picture(b, 'class-b', 55, 0.6),
    picture(b, 'class-b', 110),
  ].join('');
}

function styleOf(properties: Properties | undefined): string {
  const style = properties?.['style'];
  return typeof style === 'string' ? style : '';
}
