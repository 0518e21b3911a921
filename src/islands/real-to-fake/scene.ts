import { sampleBeta } from '../../core/random/beta.ts';
import { createRandom, randomInteger, randomNormal } from '../../core/random/random.ts';
import type { Place, SurfacePoint } from '../../figures/plane/surface-point.ts';
import { shownPairs } from './parameters.ts';

const modes = 8;
const pointsOfMode = 6;
const seed = 5;

/** Examples drawn for the discriminator. */
export const drawn = 240;

/** Eight small clusters on a ring, as in the second problem of the paper's Fig. 5; the radius is 1. */
export function realPoints(): Place[] {
  const random = createRandom(seed, 'real');
  return Array.from({ length: modes * pointsOfMode }, (_, n) => {
    const angle = (2 * Math.PI * (n % modes)) / modes;
    return {
      x: Math.cos(angle) + 0.02 * randomNormal(random),
      y: Math.sin(angle) + 0.02 * randomNormal(random),
    };
  });
}

/** Where a generator at the beginning of its training might put its points: in one cloud. */
export function fakePoints(): Place[] {
  const random = createRandom(seed, 'fake');
  return Array.from({ length: modes * pointsOfMode }, () => ({
    x: 0.1 + 0.25 * randomNormal(random),
    y: -0.15 + 0.18 * randomNormal(random),
  }));
}

/** The blend of a real and a fake point: lambda of the first, the rest of the second. */
export function blendOf(real: Place, fake: Place, lambda: number): Place {
  return { x: lambda * real.x + (1 - lambda) * fake.x, y: lambda * real.y + (1 - lambda) * fake.y };
}

/** The pair of a number from 1 to 8; each has a real point from another cluster. */
export function pairOf(real: readonly Place[], fake: readonly Place[], pair: number): { real: Place; fake: Place } {
  const n = (pair - 1) % shownPairs;
  return { real: real[n] as Place, fake: fake[n] as Place };
}

/** A point that the discriminator is trained on, and its target: 1 for real, 0 for fake. */
interface DiscriminatorExample extends SurfacePoint {
  readonly target: number;
}

/**
 * Examples that the discriminator is trained on. The label of a point is the weight of "fake", 1 minus the target.
 *
 * @param alpha strength of mixup; without it the plain game: real and fake points as they are, half of each
 */
export function discriminatorExamples(
  real: readonly Place[],
  fake: readonly Place[],
  alpha?: number,
): DiscriminatorExample[] {
  const pairs = createRandom(seed, 'pairs');
  const lambdas = createRandom(seed, 'lambda');
  return Array.from({ length: drawn }, (_, n) => {
    const x = real[randomInteger(pairs, real.length)] as Place;
    const z = fake[randomInteger(pairs, fake.length)] as Place;
    const target = alpha === undefined ? n % 2 : sampleBeta(alpha, lambdas);
    return { ...blendOf(x, z, target), label: 1 - target, target, virtual: true };
  });
}
