import { readableCanvas } from '../kit/pictures/picture-canvas.ts';
import { fill } from '../../words/words.ts';
import { blendWords } from './words.ts';

/** Larger files are refused before they are decoded. */
const megabytes = 50;

/**
 * Takes a picture from a file of the reader's: its middle square, on white where it is transparent. The file is read here and
 * sent nowhere.
 *
 * @param side pixels along each side of the result
 * @returns the picture as a PNG in a data: URL
 * @throws Error with a sentence for the reader if the file is too large or holds no picture that the browser can decode
 */
export async function ownPicture(file: File, side: number): Promise<string> {
  const name = file.name.length > 40 ? `${file.name.slice(0, 39)}…` : file.name;
  if (file.size > megabytes * 1e6) {
    throw new Error(fill(blendWords.tooLarge, { name, size: Math.round(file.size / 1e6), most: megabytes }));
  }
  if (file.type === 'image/svg+xml') {
    throw new Error(fill(blendWords.drawnShapes, { name }));
  }
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) {
    throw new Error(fill(blendWords.unreadable, { name }));
  }
  try {
    const context = readableCanvas(side);
    context.fillStyle = 'white';
    context.fillRect(0, 0, side, side);
    context.imageSmoothingQuality = 'high';
    const { x, y, size } = middleSquare(bitmap.width, bitmap.height);
    context.drawImage(bitmap, x, y, size, size, 0, 0, side, side);
    return context.canvas.toDataURL('image/png');
  } finally {
    bitmap.close();
  }
}

/** The largest square in the middle of a picture. */
function middleSquare(width: number, height: number): { x: number; y: number; size: number } {
  const size = Math.min(width, height);
  return { x: (width - size) / 2, y: (height - size) / 2, size };
}
