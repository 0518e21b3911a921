/* The same as `lanes.ts`, one number at a time, where there are no vectors. */

/** Neighboring float32 numbers. */
export type Lanes = f32;

/** As many whole numbers of 32 bits. */
export type Whole = i32;

/** For which of them something holds. */
type Mask = bool;

/** Bytes of them. */
export const SIZE: usize = 4;

export function read(p: usize): Lanes {
  return load<f32>(p);
}
export function write(p: usize, value: Lanes): void {
  store<f32>(p, value);
}
/** One number in every lane. */
export function all(value: f32): Lanes {
  return value;
}
/** One number from memory in every lane. */
export function readAll(p: usize): Lanes {
  return load<f32>(p);
}
export function add(a: Lanes, b: Lanes): Lanes {
  return a + b;
}
export function sub(a: Lanes, b: Lanes): Lanes {
  return a - b;
}
export function mul(a: Lanes, b: Lanes): Lanes {
  return a * b;
}
export function div(a: Lanes, b: Lanes): Lanes {
  return a / b;
}
export function root(a: Lanes): Lanes {
  return sqrt<f32>(a);
}
export function largest(a: Lanes, b: Lanes): Lanes {
  return max<f32>(a, b);
}
export function smallest(a: Lanes, b: Lanes): Lanes {
  return min<f32>(a, b);
}
export function size(a: Lanes): Lanes {
  return abs<f32>(a);
}
/** `value` with the sign of `signed`; `value` is not negative. */
export function withSign(value: Lanes, signed: Lanes): Lanes {
  return reinterpret<f32>(reinterpret<i32>(value) | (reinterpret<i32>(signed) & <i32>0x80000000));
}
export function less(a: Lanes, b: Lanes): Mask {
  return a < b;
}
export function choose(mask: Mask, yes: Lanes, no: Lanes): Lanes {
  return select(yes, no, mask);
}
/** The nearest whole number, as a float32; halves go to the even one. */
export function rounded(a: Lanes): Lanes {
  return nearest<f32>(a);
}
/** 2 to a whole power from -126 to 127. */
export function powerOfTwo(n: Lanes): Lanes {
  return reinterpret<f32>((<i32>n + 127) << 23);
}
export function toFloat(a: Whole): Lanes {
  return <f32>a;
}

/** Whole numbers that are held as floats. */
export function toWhole(a: Lanes): Whole {
  return <i32>a;
}

/** The bits of floats as whole numbers. */
export function bitsOf(a: Lanes): Whole {
  return reinterpret<i32>(a);
}
export function fromBits(a: Whole): Lanes {
  return reinterpret<f32>(a);
}
export function allWhole(value: i32): Whole {
  return value;
}
/** The first of first, first + step, ... */
export function ramp(first: i32, _step: i32): Whole {
  return first;
}
export function writeWhole(p: usize, value: Whole): void {
  store<i32>(p, value);
}
export function readWhole(p: usize): Whole {
  return load<i32>(p);
}
export function addWhole(a: Whole, b: Whole): Whole {
  return a + b;
}
export function subWhole(a: Whole, b: Whole): Whole {
  return a - b;
}
export function mulWhole(a: Whole, b: Whole): Whole {
  return a * b;
}
export function and(a: Whole, b: Whole): Whole {
  return a & b;
}
export function or(a: Whole, b: Whole): Whole {
  return a | b;
}
export function xor(a: Whole, b: Whole): Whole {
  return a ^ b;
}
export function shiftLeft(a: Whole, bits: i32): Whole {
  return a << bits;
}
export function shiftRight(a: Whole, bits: i32): Whole {
  return <i32>(<u32>a >> bits);
}
export function shiftRightSigned(a: Whole, bits: i32): Whole {
  return a >> bits;
}
/** The smaller one, as unsigned numbers. */
export function lower(a: Whole, b: Whole): Whole {
  return <u32>a < <u32>b ? a : b;
}
/** Whether a is below b, as unsigned numbers. */
export function below(a: Whole, b: Whole): Mask {
  return <u32>a < <u32>b;
}
export function chooseWhole(mask: Mask, yes: Whole, no: Whole): Whole {
  return select(yes, no, mask);
}
export function any(mask: Mask): bool {
  return mask;
}
/** Entries of a table of float32. */
export function lookUp(table: usize, at: Whole): Lanes {
  return load<f32>(table + (<usize>at << 2));
}
