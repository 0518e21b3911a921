/** Where the blend is while it moves by itself: its share of B, and how far the knob is nudged aside, in pixels. */
interface MovePlace {
  readonly share: number;
  readonly nudge: number;
}

const restInMs = 600;
const wayInMs = 3400;
const nudgeInMs = 1100;
/** Where it stops. */
export const halfWay = 0.5;
const nudgePixels = 9;

/**
 * The one move that the figure makes by itself: a rest on A, a way to the middle that starts and ends gently, and two nudges
 * that ask for a hand.
 *
 * @param elapsed milliseconds since it began
 * @returns nothing once it is over
 */
export function placeOfMove(elapsed: number): MovePlace | undefined {
  const way = Math.min(1, Math.max(0, (elapsed - restInMs) / wayInMs));
  const share = halfWay * (way < 0.5 ? 2 * way * way : 1 - 2 * (1 - way) * (1 - way));
  const nudged = (elapsed - restInMs - wayInMs) / nudgeInMs;
  if (nudged >= 1) return undefined;
  return { share, nudge: nudged <= 0 ? 0 : nudgePixels * Math.sin(4 * Math.PI * nudged) };
}
