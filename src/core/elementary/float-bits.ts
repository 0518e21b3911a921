/*
 * A float64 number and its bits: the sign, eleven bits of exponent, 52 of fraction (IEEE 754).
 */

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** Which of the two words holds the sign, the exponent and the upper 20 bits of the fraction: that depends on the machine. */
const upper = words[1] === 0 ? 0 : 1;

/** The upper 32 bits of a number. */
export function upperWord(x: number): number {
  float[0] = x;
  return words[upper] as number;
}

/** The number with other upper 32 bits. */
export function withUpperWord(x: number, word: number): number {
  float[0] = x;
  words[upper] = word;
  return float[0];
}

/** 2 to a whole power from -1022 to 1023, exactly. */
export function powerOfTwo(exponent: number): number {
  return withUpperWord(0, (exponent + 1023) << 20);
}
