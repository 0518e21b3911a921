/**
 * A number to a whole power, by squaring: every machine computes the same bits, which `**` does not promise.
 *
 * @param exponent a whole number from 0 to 2^31
 */
export function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** A number times itself. */
export function square(x: number): number {
  return x * x;
}
