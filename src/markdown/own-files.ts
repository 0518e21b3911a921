import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** What pictures and films of an article may be at most, and what they have to be. */
const ownFileLimits = {
  /** MB of a picture that is made of pixels, before it is made small for readers. */
  pictureMB: 4,
  /** Pixels of its longer side. */
  pictureSide: 4096,
  /** kB of a drawing (SVG), which reaches readers as it is. */
  drawingKB: 200,
  /** MB of a film, which reaches readers as it is. */
  filmMB: 10,
} as const;

const pictureEndings = ['.png', '.jpg', '.jpeg', '.webp', '.avif', '.svg'];
const filmEndings = ['.mp4', '.webm'];

/** The limits in sentences. */
export function ownFileRules(): string[] {
  const { pictureMB, pictureSide, drawingKB, filmMB } = ownFileLimits;
  return [
    `A picture lies beside its article and is a PNG, JPEG, WebP or AVIF of at most ${pictureMB} MB and ${pictureSide} pixels on its longer side, or an SVG of at most ${drawingKB} kB. Readers get it in the sizes that their screens need.`,
    'Every picture has words for who does not see it; `<Figure>` gives it a number and a caption.',
    `A film lies beside its article and is an MP4 or WebM of at most ${filmMB} MB. Its poster is a picture of its own size, from which the page takes how much room to leave.`,
    'A film has `aria-label="…"` for who does not see it and, unless it is `muted`, captions in a `<track>`. It plays when the reader asks.',
  ];
}

/** A picture as its file has it. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a file lies that an article names.
 *
 * @param target as it is written: `./cat.png`, or `/pictures/cat.svg` for a file of `public/`
 * @param article path of the article
 * @param root the folder of the project
 */
export function placeOf(target: string, article: string, root: string): string {
  const path = decodeURI(target);
  return path.startsWith('/') ? join(root, 'public', path) : join(dirname(article), path);
}

/**
 * Why a file can't be shown: where it should lie, what it should be, or how large; nothing where it can.
 *
 * @param target as the article names it
 * @param place where it lies
 */
export async function pictureFault(target: string, place: string): Promise<string | undefined> {
  const ending = extname(place).toLowerCase();
  if (!pictureEndings.includes(ending)) {
    const remedy =
      ending === '.gif'
        ? 'Nothing on the pages moves by itself: save it as a film, ./its-name.mp4.'
        : 'Save it as PNG or SVG.';
    return `"${target}" is no picture that the pages show. ${remedy}`;
  }
  const { pictureMB, pictureSide, drawingKB } = ownFileLimits;
  const tooHeavy =
    ending === '.svg'
      ? heavierThan(target, place, drawingKB, 'kB', 'Simplify it, or save it as PNG')
      : heavierThan(target, place, pictureMB, 'MB', 'Save it smaller: 1600 pixels are enough for the width of a page');
  if (tooHeavy !== undefined) return tooHeavy;
  const size = await sizeOfPicture(place);
  if (!size) return `"${target}" can't be read as a picture. Save it anew as PNG, JPEG or WebP.`;
  const { width, height } = size;
  if (ending === '.svg' || Math.max(width, height) <= pictureSide) return undefined;
  return `"${target}" has ${width} × ${height} pixels; at most ${pictureSide} a side can be shown. Save it smaller: 1600 are enough for the width of a page.`;
}

/** Why a film can't be shown; nothing where it can. */
export function filmFault(target: string, place: string): string | undefined {
  if (!filmEndings.includes(extname(place).toLowerCase()))
    return `"${target}" is no film that all browsers show. Save it as MP4 (H.264) or WebM.`;
  return heavierThan(target, place, ownFileLimits.filmMB, 'MB', 'Make it shorter or smaller');
}

/** Width and height of a picture; nothing where it is none. */
export async function sizeOfPicture(place: string): Promise<PictureSize | undefined> {
  // Few articles have pictures of their own, and it takes a while to load.
  const { default: sharp } = await import('sharp');
  const size = await sharp(readFileSync(place))
    .metadata()
    .catch(() => undefined);
  if (!size) return undefined;
  const { width, height, orientation = 1 } = size;
  // From the fifth on, cameras lay pictures on their side.
  return orientation < 5 ? { width, height } : { width: height, height: width };
}

/** Why a file is not there; nothing where it is. */
export function missingFault(target: string, place: string): string | undefined {
  if (existsSync(place)) return undefined;
  const where = target.startsWith('/') ? 'in public/' : 'beside the article';
  return `There is no file "${target}" ${where}. Put it there, or correct its name.`;
}

/** Why a file of another host can't be shown; nothing for one of this site. */
export function foreignFault(target: string, name: string): string | undefined {
  if (!/^(\w+:)?\/\//.test(target)) return undefined;
  return `"${target}" is on another host, from which the pages load nothing. Save it beside the article and write ./${name}.`;
}

function heavierThan(
  target: string,
  place: string,
  most: number,
  unit: 'kB' | 'MB',
  remedy: string,
): string | undefined {
  const bytes = statSync(place).size;
  const size = bytes / (unit === 'kB' ? 1e3 : 1e6);
  return size <= most
    ? undefined
    : `"${target}" has ${size.toFixed(1)} ${unit}; at most ${most} ${unit} can be shown. ${remedy}.`;
}
