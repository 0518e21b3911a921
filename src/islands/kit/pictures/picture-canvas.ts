import { figureWords } from '../../../words/figure-words.ts';
/** Any color will do; this one is unlikely to come out of noise. */
const probe = [37, 148, 221, 255] as const;

/**
 * A square canvas to draw a picture on and read it back from.
 *
 * @param side pixels along each side
 * @throws Error with a sentence for the reader if this browser keeps what is drawn from pages, as some do for privacy
 */
export function readableCanvas(side: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.fillStyle = `rgb(${probe.slice(0, 3).join(' ')})`;
    context.fillRect(0, 0, 1, 1);
    const read = context.getImageData(0, 0, 1, 1).data;
    if (probe.every((value, k) => read[k] === value)) return context;
  }
  throw new Error(figureWords.noPixels);
}
