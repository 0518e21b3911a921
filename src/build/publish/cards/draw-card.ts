import sharp from 'sharp';
import { drawingSize } from './figure-drawings.ts';
import { outlined, widthOf, wrapped, type Type } from './outlined-text.ts';
import { colorOf } from './plain-colors.ts';

/** As wide and high as the sites that show cards ask for. */
const cardSize = { width: 1200, height: 630 } as const;

const edge = 72;
const picture = { x: 668, y: 130, width: 460, height: 360 };
const column = picture.x - edge - 48;

const siteName: Type = { face: 'title', size: 36 };
const inItalics: Type = { face: 'name', size: 36 };
const words: Type = { face: 'words', size: 27 };

/** A title in the largest of some sizes that needs at most four lines. */
function titleLines(title: string): { type: Type; lines: string[] } {
  const sizes = [68, 60, 52, 46].map((size): Type => ({ face: 'title', size }));
  const fits = sizes.map((type) => ({ type, lines: wrapped(title, type, column, 4) }));
  return (
    fits.find(({ type, lines }) => lines.length <= 3 && lines.every((line) => widthOf(line, type) <= column)) ??
    (fits.at(-1) as (typeof fits)[number])
  );
}

/**
 * The picture that stands for a page where it is linked to: its title, what it is about, and a figure.
 *
 * @param drawing inside of an SVG of the size of figures' drawings
 * @returns a PNG
 */
export function drawCard(title: string, description: string, drawing: string): Promise<Buffer> {
  const ink = colorOf('ink');
  const { type, lines } = titleLines(title);
  const leading = 1.16 * type.size;
  const titleTop = picture.y + 0.78 * type.size;
  const titleEnd = titleTop + leading * (lines.length - 1);
  const room = Math.max(1, Math.floor((520 - titleEnd - 34) / 38));
  const nameWidth = widthOf('mixup', inItalics);
  const scale = Math.min((picture.width - 56) / drawingSize.width, (picture.height - 56) / drawingSize.height);
  const at = {
    x: picture.x + (picture.width - scale * drawingSize.width) / 2,
    y: picture.y + (picture.height - scale * drawingSize.height) / 2,
  };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<linearGradient id="bar"><stop stop-color="${colorOf('class-a')}"/><stop offset="1" stop-color="${colorOf('class-b')}"/></linearGradient>`,
    `<rect width="100%" height="100%" fill="${colorOf('paper')}"/>`,
    `<rect y="${cardSize.height - 14}" width="100%" height="14" fill="url(#bar)"/>`,
    outlined('mixup', inItalics, edge, 88, ink),
    outlined(', live', siteName, edge + nameWidth, 88, ink),
    ...lines.map((line, k) => outlined(line, type, edge, titleTop + k * leading, ink)),
    ...wrapped(description, words, column, Math.min(5, room)).map((line, k) =>
      outlined(line, words, edge, titleEnd + 62 + 38 * k, colorOf('ink-muted')),
    ),
    `<rect x="${picture.x}" y="${picture.y}" width="${picture.width}" height="${picture.height}" rx="16" fill="${colorOf('surface')}"/>`,
    `<svg x="${at.x}" y="${at.y}" width="${scale * drawingSize.width}" height="${scale * drawingSize.height}" viewBox="0 0 160 100" overflow="visible">${drawing}</svg>`,
    '</svg>',
  ].join('');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}

/** A figure's drawing alone, for feeds. */
export function drawFigure(drawing: string): Promise<Buffer> {
  const { width, height } = drawingSize;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="${colorOf('surface')}"/><g transform="translate(8 5) scale(.9)">${drawing}</g></svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}
