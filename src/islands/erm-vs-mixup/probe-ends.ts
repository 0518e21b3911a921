import type { Place, Probe } from '../../figures/plane/surface-point.ts';
import { presets } from './presets.ts';
import type { Settings } from './settings.ts';
import { trainingPoints, type ToyPoint } from './training-points.ts';

/** Near where the handles are put: far enough apart, and on level ground, so that neither hides the other. */
const wanted = { a: { x: -1.2, y: 0.1 }, b: { x: 0.35, y: 0.1 } } as const;

/** As exact as an address writes a place. */
const hundredths = (value: number): number => Math.round(100 * value) / 100;

/** Handles on two training examples of some settings with right labels: i on one of class A, j on one of class B. */
export function probeOn(settings: Settings): Probe {
  const points = trainingPoints(settings).filter(({ flipped }) => !flipped);
  const end = (label: 0 | 1, place: Place): Place => {
    const { x, y } =
      nearest(
        points.filter((point) => point.label === label),
        place,
      ) ?? place;
    return { x: hundredths(x), y: hundredths(y) };
  };
  return { a: end(0, wanted.a), b: end(1, wanted.b) };
}

/** Where the handles stand before the figure is touched. */
export const initialProbe: Probe = probeOn(presets[0].settings);

/** The right label of the example nearest to a place; class A where there is none. */
export function labelAt(points: readonly ToyPoint[], place: Place): 0 | 1 {
  const point = nearest(points, place);
  return point && (point.label === 1) !== point.flipped ? 1 : 0;
}

function nearest(points: readonly ToyPoint[], { x, y }: Place): ToyPoint | undefined {
  const distance = (point: Place): number => Math.hypot(point.x - x, point.y - y);
  return points.reduce<ToyPoint | undefined>(
    (best, point) => (best && distance(best) <= distance(point) ? best : point),
    undefined,
  );
}
