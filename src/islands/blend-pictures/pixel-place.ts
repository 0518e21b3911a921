/** A pixel of a square picture, counted from its upper left corner. */
export interface PixelPlace {
  readonly column: number;
  readonly row: number;
}

/** How far an arrow key goes, and with Shift, in pixels. */
const arrowStep = 4;
const fineStep = 1;

const arrows = new Map<string, readonly [number, number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** The pixel under a screen position, or the one nearest to it. */
export function pixelAt(clientX: number, clientY: number, edges: DOMRect, side: number): PixelPlace {
  return inside(
    Math.floor(((clientX - edges.left) / edges.width) * side),
    Math.floor(((clientY - edges.top) / edges.height) * side),
    side,
  );
}

/** The pixel that an arrow key leads to; nothing for other keys. */
export function pixelAfter(
  key: string,
  shift: boolean,
  { column, row }: PixelPlace,
  side: number,
): PixelPlace | undefined {
  const arrow = arrows.get(key);
  const step = shift ? fineStep : arrowStep;
  return arrow && inside(column + step * arrow[0], row + step * arrow[1], side);
}

function inside(column: number, row: number, side: number): PixelPlace {
  const clamp = (pixel: number): number => Math.min(side - 1, Math.max(0, pixel));
  return { column: clamp(column), row: clamp(row) };
}
