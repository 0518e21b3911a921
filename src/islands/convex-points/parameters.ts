import { defineParameters } from '../../parameters/parameter.ts';

/** Which weights the figure allows: a convex combination, only the sum 1, or any. */
export type WeightRule = 'convex' | 'affine' | 'linear';

/** The rules in words. */
export const weightRules = [
  { value: 'convex', name: 'none negative, sum 1' },
  { value: 'affine', name: 'sum 1' },
  { value: 'linear', name: 'any' },
] as const;

/** The part of the plane that the figure shows: snout and ear in centimeters. */
export const animalPlane = { x: [-4, 16], y: [-2, 18] } as const;

/** What the parameters say before a reader changes them. */
interface ConvexPointsStart {
  readonly preset: string;
  readonly rule: WeightRule;
  /** One weight for each point shown, 2 to 6 of them. */
  readonly weights: readonly number[];
}

/** Everything a reader can set in the figure "Points and their weights"; the start gives the defaults. */
export function convexPointsParameters(
  { preset, rule, weights }: ConvexPointsStart,
  presets: readonly { readonly name: string }[],
) {
  const weight = <const K extends string>(key: K, index: number) =>
    ({
      kind: 'number',
      key,
      label: `weight of the ${key}`,
      min: -1,
      max: 2,
      step: 0.01,
      scale: 'linear',
      default: weights[index] ?? 0,
    }) as const;
  return defineParameters({
    preset: {
      kind: 'choice',
      key: 'preset',
      label: 'situation',
      choices: presets.map(({ name }) => ({ value: name, name })),
      default: preset,
    },
    rule: { kind: 'choice', key: 'rule', label: 'weights allowed', choices: weightRules, default: rule },
    count: { kind: 'integer', key: 'count', label: 'number of points', min: 2, max: 6, default: weights.length },
    cat: weight('cat', 0),
    dog: weight('dog', 1),
    rabbit: weight('rabbit', 2),
    fox: weight('fox', 3),
    mouse: weight('mouse', 4),
    goat: weight('goat', 5),
    moved: { kind: 'points', key: 'points', label: 'moved points', ...animalPlane },
  });
}
