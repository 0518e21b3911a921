import { clampPlace } from './plot-place.ts';
import { labelName, type Extent, type Place, type SurfacePoint } from './surface-point.ts';

/*
 * Editing points from the keyboard.
 *
 *   choosing --Enter, Space--> holding --Enter, Space--> choosing
 *                                      --Escape-------> choosing, the point back where it was
 *
 * Arrow keys choose a neighbor, or move the held point.
 */

/** Which point has the keyboard; `origin` is where it was when it was picked up, and is absent while none is held. */
export interface Grip {
  readonly index: number;
  readonly origin?: Place | undefined;
}

/** What a key asks of the owner of the points. */
export type PointChange =
  | { readonly kind: 'move'; readonly index: number; readonly x: number; readonly y: number }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'add'; readonly x: number; readonly y: number; readonly label: 0 | 1 };

/** What a key does: the next grip, the change it asks for, and what a screen reader says. */
interface GripResult {
  readonly grip: Grip;
  readonly change?: PointChange;
  readonly said?: string;
}

/** What the owner of the points allows. */
interface GripAbilities {
  readonly move: boolean;
  readonly add: boolean;
  readonly remove: boolean;
}

/** How far an arrow key moves a point, and with Shift, in units of the plane. */
const arrowStep = 0.05;
const fineStep = 0.01;

const arrows = new Map<string, readonly [number, number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
]);

/** The offset in the plane that an arrow key asks for; nothing for other keys. */
export function arrowOffset(key: string, shift: boolean): Place | undefined {
  const arrow = arrows.get(key);
  const step = shift ? fineStep : arrowStep;
  return arrow && { x: arrow[0] * step, y: arrow[1] * step };
}

/**
 * What a key press does to the points.
 *
 * @returns nothing when the key has no meaning here, so that the browser keeps it
 */
export function pressPointKey(
  grip: Grip,
  key: string,
  shift: boolean,
  points: readonly SurfacePoint[],
  extent: Extent,
  abilities: GripAbilities,
): GripResult | undefined {
  const offset = arrowOffset(key, shift);
  const point = points[grip.index];
  if (point && offset) return grip.origin ? nudge(grip, offset, point, extent) : choose(grip, offset, points);
  if (point && (key === 'Home' || key === 'End') && !grip.origin) {
    return { grip: { index: key === 'Home' ? 0 : points.length - 1 } };
  }
  if (point && (key === 'Enter' || key === ' ') && abilities.move) return pickUpOrDrop(grip, point);
  if (point && key === 'Escape' && grip.origin) {
    return {
      grip: { index: grip.index },
      change: { kind: 'move', index: grip.index, ...grip.origin },
      said: 'Put back.',
    };
  }
  if (point && (key === 'Delete' || key === 'Backspace') && abilities.remove) {
    return {
      grip: { index: Math.max(0, Math.min(grip.index, points.length - 2)) },
      change: { kind: 'remove', index: grip.index },
      said: `Removed point ${grip.index + 1}.`,
    };
  }
  const label = ['a', 'b'].indexOf(key.toLowerCase());
  if (label >= 0 && abilities.add) return add(label as 0 | 1, point, points.length, extent);
  return undefined;
}

/** How a point is called: "Point 12, class A, x 0.31, y −0.52", and whether its label is wrong. */
export function pointName(point: SurfacePoint, index: number): string {
  const wrong = point.flipped ? ', wrong label' : '';
  return `Point ${index + 1}, ${labelName(point.label)}${wrong}, ${placeName(point)}`;
}

/** "x 0.31, y −0.52". */
export function placeName({ x, y }: Place): string {
  return `x ${coordinate(x)}, y ${coordinate(y)}`;
}

const coordinate = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');

function choose(grip: Grip, offset: Place, points: readonly SurfacePoint[]): GripResult {
  const step = Math.sign(offset.x - offset.y);
  return { grip: { index: (grip.index + step + points.length) % points.length } };
}

function nudge(grip: Grip, offset: Place, point: SurfacePoint, extent: Extent): GripResult {
  const place = clampPlace({ x: point.x + offset.x, y: point.y + offset.y }, extent);
  return { grip, change: { kind: 'move', index: grip.index, ...place }, said: placeName(place) };
}

function pickUpOrDrop(grip: Grip, point: SurfacePoint): GripResult {
  if (grip.origin) return { grip: { index: grip.index }, said: `Dropped at ${placeName(point)}.` };
  return {
    grip: { index: grip.index, origin: { x: point.x, y: point.y } },
    said: 'Picked up. Arrow keys move it, Enter drops it, Escape puts it back.',
  };
}

/** A new point lies beside the chosen one, or in the middle of an empty plane. */
function add(label: 0 | 1, beside: SurfacePoint | undefined, count: number, extent: Extent): GripResult {
  const place = clampPlace(
    beside
      ? { x: beside.x + 2 * arrowStep, y: beside.y }
      : { x: (extent.x[0] + extent.x[1]) / 2, y: (extent.y[0] + extent.y[1]) / 2 },
    extent,
  );
  return {
    grip: { index: count },
    change: { kind: 'add', ...place, label },
    said: `Added a point of ${labelName(label)} at ${placeName(place)}.`,
  };
}
