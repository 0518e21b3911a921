import { figureWords } from '../../../words/figure-words.ts';
import { colorsOfPixels } from '../../../figures/image/rgb-pixels.ts';
import { readableCanvas } from './picture-canvas.ts';

/**
 * Reads pictures as colors, each picture once.
 *
 * @param side pixels along each side, to which every picture is drawn
 * @returns reads a file of this site or a data: URL: `[side, side, 3]`, red, green and blue from 0 to 1. It throws an Error with
 *   a sentence for the reader if the picture does not load or this browser keeps pixels from pages, and may be asked again
 */
export function createColorReader(side: number): (url: string) => Promise<Float32Array> {
  const known = new Map<string, Promise<Float32Array>>();
  return (url) => {
    const colors = known.get(url) ?? readColors(url, side);
    known.set(url, colors);
    colors.catch(() => known.delete(url));
    return colors;
  };
}

async function readColors(url: string, side: number): Promise<Float32Array> {
  const context = readableCanvas(side);
  context.drawImage(await loadImage(url), 0, 0, side, side);
  return colorsOfPixels(context.getImageData(0, 0, side, side).data);
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(figureWords.noPicture));
    image.src = url;
  });
}
