import { bakedFile } from '../kit/baked/baked-results.ts';
import { methods, type BakedCalibration } from './read-calibration.ts';

/**
 * What was computed in advance, as the figure draws it.
 *
 * @throws Error if the file keeps another number of methods than the figure has
 */
export function bakedCalibration(): BakedCalibration {
  const picture = bakedFile('calibration')['picture'] as BakedCalibration | undefined;
  if (picture?.groups.length === methods.length) return picture;
  throw new Error(
    `content/results/calibration.json: expected ${methods.length} methods in "picture", got ${picture?.groups.length ?? 0}. Write it anew: npm run bake -- calibration`,
  );
}
