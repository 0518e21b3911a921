/*
 * What the loops compute with: four neighboring numbers at once. `lanes-plain.ts` computes one after the other. Every lane does
 * the same operations in the same order either way, none of them fused or relaxed, so both builds give the same bits.
 */

/** Neighboring float32 numbers. */
export type Lanes = v128;

/** As many whole numbers of 32 bits. */
export type Whole = v128;

/** For which of them something holds. */
type Mask = v128;

/** Bytes of them. */
export const SIZE: usize = 16;

export function read(p: usize): Lanes {
  return v128.load(p);
}
export function write(p: usize, value: Lanes): void {
  v128.store(p, value);
}
/** One number in every lane. */
export function all(value: f32): Lanes {
  return f32x4.splat(value);
}
/** One number from memory in every lane. */
export function readAll(p: usize): Lanes {
  return v128.load32_splat(p);
}
export function add(a: Lanes, b: Lanes): Lanes {
  return f32x4.add(a, b);
}
export function sub(a: Lanes, b: Lanes): Lanes {
  return f32x4.sub(a, b);
}
export function mul(a: Lanes, b: Lanes): Lanes {
  return f32x4.mul(a, b);
}
export function div(a: Lanes, b: Lanes): Lanes {
  return f32x4.div(a, b);
}
export function root(a: Lanes): Lanes {
  return f32x4.sqrt(a);
}
export function largest(a: Lanes, b: Lanes): Lanes {
  return f32x4.max(a, b);
}
export function smallest(a: Lanes, b: Lanes): Lanes {
  return f32x4.min(a, b);
}
export function size(a: Lanes): Lanes {
  return f32x4.abs(a);
}
/** `value` with the sign of `signed`; `value` is not negative. */
export function withSign(value: Lanes, signed: Lanes): Lanes {
  return v128.or(value, v128.and(signed, i32x4.splat(0x80000000)));
}
export function less(a: Lanes, b: Lanes): Mask {
  return f32x4.lt(a, b);
}
export function choose(mask: Mask, yes: Lanes, no: Lanes): Lanes {
  return v128.bitselect(yes, no, mask);
}
/** The nearest whole number, as a float32; halves go to the even one. */
export function rounded(a: Lanes): Lanes {
  return f32x4.nearest(a);
}
/** 2 to a whole power from -126 to 127. */
export function powerOfTwo(n: Lanes): Lanes {
  return i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
}
export function toFloat(a: Whole): Lanes {
  return f32x4.convert_i32x4_s(a);
}

/** Whole numbers that are held as floats. */
export function toWhole(a: Lanes): Whole {
  return i32x4.trunc_sat_f32x4_s(a);
}

/** The bits of floats as whole numbers. */
export function bitsOf(a: Lanes): Whole {
  return a;
}
export function fromBits(a: Whole): Lanes {
  return a;
}
export function allWhole(value: i32): Whole {
  return i32x4.splat(value);
}
/** first, first + step, first + 2 step, ... */
export function ramp(first: i32, step: i32): Whole {
  return i32x4.add(i32x4.splat(first), i32x4.mul(i32x4(0, 1, 2, 3), i32x4.splat(step)));
}
export function writeWhole(p: usize, value: Whole): void {
  v128.store(p, value);
}
export function readWhole(p: usize): Whole {
  return v128.load(p);
}
export function addWhole(a: Whole, b: Whole): Whole {
  return i32x4.add(a, b);
}
export function subWhole(a: Whole, b: Whole): Whole {
  return i32x4.sub(a, b);
}
export function mulWhole(a: Whole, b: Whole): Whole {
  return i32x4.mul(a, b);
}
export function and(a: Whole, b: Whole): Whole {
  return v128.and(a, b);
}
export function or(a: Whole, b: Whole): Whole {
  return v128.or(a, b);
}
export function xor(a: Whole, b: Whole): Whole {
  return v128.xor(a, b);
}
export function shiftLeft(a: Whole, bits: i32): Whole {
  return i32x4.shl(a, bits);
}
export function shiftRight(a: Whole, bits: i32): Whole {
  return i32x4.shr_u(a, bits);
}
export function shiftRightSigned(a: Whole, bits: i32): Whole {
  return i32x4.shr_s(a, bits);
}
/** The smaller one, as unsigned numbers. */
export function lower(a: Whole, b: Whole): Whole {
  return i32x4.min_u(a, b);
}
/** Whether a is below b, as unsigned numbers. */
export function below(a: Whole, b: Whole): Mask {
  return i32x4.lt_u(a, b);
}
export function chooseWhole(mask: Mask, yes: Whole, no: Whole): Whole {
  return v128.bitselect(yes, no, mask);
}
export function any(mask: Mask): bool {
  return v128.any_true(mask);
}
/** Entries of a table of float32. */
export function lookUp(table: usize, at: Whole): Lanes {
  return f32x4(
    load<f32>(table + (<usize>i32x4.extract_lane(at, 0) << 2)),
    load<f32>(table + (<usize>i32x4.extract_lane(at, 1) << 2)),
    load<f32>(table + (<usize>i32x4.extract_lane(at, 2) << 2)),
    load<f32>(table + (<usize>i32x4.extract_lane(at, 3) << 2)),
  );
}
