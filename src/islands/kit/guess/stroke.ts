/** A place of a stroke, as shares of what it is drawn on, from its upper left corner. */
export type StrokePoint = readonly [x: number, y: number];

/** Fewer places than this are a slip of the finger, and no line. */
const fewest = 6;

/** Whether a stroke is long enough to be meant. */
export const isMeant = (stroke: readonly StrokePoint[]): boolean => stroke.length >= fewest;

/** A stroke as path data in a box of side 1,000. */
export const strokePath = (stroke: readonly StrokePoint[]): string =>
  stroke.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${Math.round(1000 * x)} ${Math.round(1000 * y)}`).join('');

/**
 * Reads the height of a stroke at given places from left to right. Where it passes one twice, the later pass counts; beyond its
 * ends it goes on level.
 *
 * @param at shares of the width, ascending
 * @returns shares of the height, from above; nothing for a stroke without places
 */
export function heightsAt(stroke: readonly StrokePoint[], at: readonly number[]): readonly number[] | undefined {
  const inOrder = stroke.toSorted(([a], [b]) => a - b);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return undefined;
  return at.map((x) => {
    if (x <= first[0]) return first[1];
    if (x >= last[0]) return last[1];
    for (let k = stroke.length - 1; k > 0; k -= 1) {
      const [[x0, y0], [x1, y1]] = [stroke[k - 1] as StrokePoint, stroke[k] as StrokePoint];
      if ((x0 - x) * (x1 - x) <= 0 && x0 !== x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
    }
    return last[1];
  });
}

/**
 * Follows a finger, a pen or a mouse over an element and tells of the stroke as it grows. A new stroke replaces the one before;
 * one too short to be meant ends as nothing.
 *
 * @returns the way to stop
 */
export function followStrokes(
  ground: Element,
  told: (stroke: readonly StrokePoint[], isDone: boolean) => void,
): () => void {
  let stroke: StrokePoint[] | undefined;
  const placeOf = ({ clientX, clientY }: PointerEvent): StrokePoint => {
    const { left, top, width, height } = ground.getBoundingClientRect();
    const within = (share: number): number => Math.min(1, Math.max(0, share));
    return [within((clientX - left) / width), within((clientY - top) / height)];
  };
  const listeners: Readonly<Record<string, (event: PointerEvent) => void>> = {
    pointerdown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      ground.setPointerCapture(event.pointerId);
      stroke = [placeOf(event)];
    },
    pointermove: (event) => {
      if (!stroke || !event.isPrimary) return;
      stroke = [...stroke, placeOf(event)];
      told(stroke, false);
    },
    pointerup: () => end(),
    pointercancel: () => end(),
  };
  const end = (): void => {
    if (!stroke) return;
    told(isMeant(stroke) ? stroke : [], true);
    stroke = undefined;
  };
  const entries = Object.entries(listeners) as [string, EventListener][];
  for (const [type, listener] of entries) ground.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of entries) ground.removeEventListener(type, listener);
  };
}
