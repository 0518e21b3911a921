/** The classes that have a color and a mark of their own. */
export type ClassColor = 'a' | 'b' | 'c';

/** The CSS color of a class; neutral for a class without one. */
export function classColor(color: ClassColor | undefined): string {
  return color ? `var(--class-${color})` : 'var(--erm)';
}

/**
 * The mixture of colors in OKLab, weighted as a label weighs its classes.
 *
 * @param parts weights of at least 0, not all 0
 * @returns a CSS color
 * @throws RangeError if a weight is negative or none is positive
 */
export function mixtureColor(parts: readonly { readonly color: string; readonly weight: number }[]): string {
  const given = parts.map(({ weight }) => weight);
  if (!given.every((weight) => weight >= 0 && weight < Infinity) || !given.some((weight) => weight > 0)) {
    throw new RangeError(`parts: expected finite weights of at least 0, not all 0, got ${given.join(', ')}.`);
  }
  let mixed = '';
  let total = 0;
  for (const { color, weight } of parts) {
    if (weight === 0) continue;
    total += weight;
    const share = Math.round((1000 * weight) / total) / 10;
    mixed = total === weight ? color : `color-mix(in oklab,${color} ${share}%,${mixed})`;
  }
  return mixed;
}
