import { drawingWords } from '../../../words/drawing-words.ts';
import { fill } from '../../../words/words.ts';
import { drawingOf, type DrawingName } from './drawings.ts';

/** A picture to blend: one of the site's drawings, or one of the reader's. */
export interface Picture {
  /** Address of an opaque square picture: a file of the site, or a data: URL. */
  readonly url: string;
  /** What it is called in words: "the ginger cat". */
  readonly name: string;
  /** Its class. */
  readonly label: string;
}

/** Which of the two pictures. */
export type SideName = 'first' | 'second';

/** Root-relative address of a drawing's file. */
export function drawingUrl(name: DrawingName): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pictures/${name}.svg`;
}

/** A drawing of the site as a picture. */
export function drawnPicture(name: DrawingName): Picture {
  const { name: words, label } = drawingOf(name);
  return { url: drawingUrl(name), name: fill(drawingWords.the, { drawing: words }), label };
}
