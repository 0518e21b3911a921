import type { Attachment } from 'svelte/attachments';
import { isStill } from '../kit/wake/is-still.ts';

const restInMs = 600;
const wayInMs = 3400;
/** How long the one move takes that the figure makes by itself. */
export const moveInMs = restInMs + wayInMs;
/** Where it stops: a share of B. */
export const halfWay = 0.5;
/** While the blend moves, each part of the stage is written this often: seldom enough to be read. */
const writtenEveryMs = 90;
/** Parts that the way is cut into: its ends and its middle, where it is steepest, are among their ends. */
const parts = 8;

/**
 * The move: a rest on A, and a way to the middle that starts and ends gently.
 *
 * @param elapsed milliseconds since it began
 * @returns the blend's share of B
 */
export function placeOfMove(elapsed: number): number {
  const way = Math.min(1, Math.max(0, (elapsed - restInMs) / wayInMs));
  return halfWay * (way < 0.5 ? 2 * way * way : 1 - 2 * (1 - way) * (1 - way));
}

/**
 * Moves an element all the way, beside whatever scripts do meanwhile: as long as only what a browser can shift or fade as it is
 * drawn differs between the places. Where values follow the share in a straight line, every place on the way is exact.
 *
 * @param valueAt the property's value where the blend's share of B is what is given
 */
export function move(property: 'translate' | 'opacity', valueAt: (share: number) => string): Attachment {
  const keyframes = Array.from({ length: parts + 1 }, (_, n) => ({
    [property]: valueAt(placeOfMove(restInMs + (n / parts) * wayInMs)),
    easing: easingOf(n / parts, (n + 1) / parts),
  }));
  return (element) => {
    const animation = element.animate(keyframes, { delay: restInMs, duration: wayInMs, fill: 'both' });
    return () => animation.cancel();
  };
}

/**
 * Has the words follow the move from now on.
 *
 * @param shares of B at which the parts of the stage are; set in turn, since a slow phone takes longer than a frame to write all
 * @param end is called once it is over, at once where nothing may move any more
 * @returns the way to stop
 */
export function followMove(shares: number[], end: () => void): () => void {
  const began = performance.now();
  let turn = 0;
  const timer = setInterval(() => {
    const elapsed = performance.now() - began;
    if (elapsed >= moveInMs || isStill()) {
      clearInterval(timer);
      end();
      return;
    }
    shares[turn] = placeOfMove(elapsed);
    turn = (turn + 1) % shares.length;
  }, writtenEveryMs / shares.length);
  return () => clearInterval(timer);
}

/** How a part of the way is gone, between 0 and 1: the parabola through it, as the cubic curve that it is as well. */
function easingOf(from: number, to: number): string {
  const isEnding = from >= 0.5;
  const [slow, quick] = isEnding ? [1 - to, 1 - from] : [from, to];
  const third = (2 * slow) / (3 * (slow + quick));
  const twoThirds = 1 - (2 * quick) / (3 * (slow + quick));
  return `cubic-bezier(${1 / 3}, ${isEnding ? 1 - twoThirds : third}, ${2 / 3}, ${isEnding ? 1 - third : twoThirds})`;
}
