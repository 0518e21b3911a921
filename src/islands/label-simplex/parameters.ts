import { defineParameters } from '../../parameters/parameter.ts';

/** What the parameters say before a reader changes them: shares of cat, dog and rabbit in two labels, and the weight of the first. */
interface LabelSimplexStart {
  readonly preset: string;
  readonly i: readonly [number, number, number];
  readonly j: readonly [number, number, number];
  readonly lambda: number;
}

/** Everything a reader can set in the figure "Labels in a triangle"; the rabbit gets the share that cat and dog leave. */
export function labelSimplexParameters(
  { preset, i, j, lambda }: LabelSimplexStart,
  presets: readonly { readonly name: string }[],
) {
  const share = <const K extends string>(key: K, label: string, value: number) =>
    ({ kind: 'number', key, label, min: 0, max: 1, step: 0.01, scale: 'linear', default: value }) as const;
  return defineParameters({
    preset: {
      kind: 'choice',
      key: 'preset',
      label: 'situation',
      choices: presets.map(({ name }) => ({ value: name, name })),
      default: preset,
    },
    iCat: share('i-cat', 'share of cat in label i', i[0]),
    iDog: share('i-dog', 'share of dog in label i', i[1]),
    jCat: share('j-cat', 'share of cat in label j', j[0]),
    jDog: share('j-dog', 'share of dog in label j', j[1]),
    lambda: share('lambda', 'λ', lambda),
  });
}
