import type { Place, Probe } from './surface-point.ts';

/** The place on a segment that has the share `lambda` of its end a, from 0 to 1. */
export function blendOf({ a, b }: Probe, lambda: number): Place {
  return { x: lambda * a.x + (1 - lambda) * b.x, y: lambda * a.y + (1 - lambda) * b.y };
}

/**
 * The share of end a at the place of a segment nearest to another place, from 0 to 1 and in hundredths; one half where the segment
 * has no length.
 */
export function lambdaAt({ a, b }: Probe, place: Place): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const length = dx * dx + dy * dy;
  if (length === 0) return 0.5;
  const share = ((place.x - b.x) * dx + (place.y - b.y) * dy) / length;
  return Math.round(100 * Math.min(1, Math.max(0, share))) / 100;
}
