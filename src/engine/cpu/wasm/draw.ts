import {
  SIZE, Whole, addWhole, allWhole, and, lookUp, mulWhole, ramp, readWhole, shiftLeft, shiftRight, toWhole, write, writeWhole,
} from './lanes';
import { first as firstWord, hash, hashes, last as lastWord } from './hash';
import { permuteRun } from './permutation';

/*
 * `core/training/draw.ts` for a whole mini-batch: what one member draws in one step. A member's plan is whole numbers in memory, in the
 * order of `memberPlanFields`; its table holds whole numbers as float32.
 */

const epochWord: i32 = 0x0a11ce5d;
const batchWord: i32 = 0x0b0b5eed;

const partnerKeyAt: usize = 4;
const lambdaKeyAt: usize = 8;
/** Size, lowBits, tall and rounds, as `permuteRun` takes them. */
const shapeAt: usize = 12;
const rowsAt: usize = 28;
const poolAt: usize = 32;
const candidatesAt: usize = 36;
const lambdasAt: usize = 40;
const lambdaStepAt: usize = 44;

/** `floor(word * size / 2^32)` in 32-bit numbers, as `scaleWord` of `core/random/permutation.ts`. */
function scale(word: Whole, size: Whole): Whole {
  const half = allWhole(0xffff);
  const wordLow = and(word, half), wordHigh = shiftRight(word, 16);
  const sizeLow = and(size, half), sizeHigh = shiftRight(size, 16);
  const middle = addWhole(mulWhole(wordHigh, sizeLow), shiftRight(mulWhole(wordLow, sizeLow), 16));
  const low = addWhole(mulWhole(wordLow, sizeHigh), and(middle, half));
  return addWhole(addWhole(mulWhole(wordHigh, sizeHigh), shiftRight(middle, 16)), shiftRight(low, 16));
}

/** Entries of the table as whole numbers, beginning at `start`. */
function entries(table: usize, start: i32, at: Whole): Whole {
  return toWhole(lookUp(table + (<usize>start << 2), at));
}

/**
 * Rows i, rows j and lambda of every example of a mini-batch, `[batch]` each; up to three numbers more are written behind them.
 *
 * @param own the member's plan
 * @param shape of the mini-batch as a set
 * @param places room for batch + 8 whole numbers
 */
export function drawBatch(
  own: usize, table: usize, shape: usize, step: u32, first: usize, second: usize, lambdas: usize, places: usize,
): void {
  const batch = load<i32>(shape), size = load<i32>(own + shapeAt), rows = load<i32>(own + rowsAt);
  const end = <usize>batch << 2;
  const position = step * <u32>batch;
  let epoch = position / <u32>size, start = <i32>(position - epoch * <u32>size);
  for (let b = 0; b < batch; ) {
    const count = min<i32>(batch - b, size - start);
    hash(load<i32>(own), epoch, epochWord);
    permuteRun(places + (<usize>b << 2), count, start, firstWord, lastWord | 1, own + shapeAt);
    b += count;
    start = 0;
    epoch++;
  }
  for (let r: usize = 0; r < end; r += SIZE) writeWhole(first + r, entries(table, rows, readWhole(places + r)));
  drawPartners(own, table, shape, step, first, second, places);
  drawLambdas(own, table, step, lambdas, end);
}

function drawPartners(own: usize, table: usize, shape: usize, step: u32, first: usize, second: usize, places: usize): void {
  const pool = load<i32>(own + poolAt), key = load<i32>(own + partnerKeyAt), end = <usize>load<i32>(shape) << 2;
  if (pool == 1) {
    const size = allWhole(load<i32>(own + shapeAt)), rows = load<i32>(own + rowsAt);
    for (let r: usize = 0; r < end; r += SIZE) {
      writeWhole(second + r, entries(table, rows, scale(hashes(key, step, ramp(<i32>(r >> 2), 1)), size)));
    }
  } else if (pool == 2) {
    hash(key, step, batchWord);
    permuteRun(places, load<i32>(shape), 0, firstWord, lastWord | 1, shape);
    for (let r: usize = 0; r < end; r += 4) store<u32>(second + r, load<u32>(first + (<usize>load<u32>(places + r) << 2)));
  } else if (pool == 3) {
    const lists = load<i32>(own + candidatesAt);
    for (let r: usize = 0; r < end; r += SIZE) {
      const place = shiftLeft(readWhole(places + r), 1);
      const count = entries(table, lists + 1, place);
      const choice = scale(hashes(key, step, ramp(<i32>(r >> 2), 1)), count);
      writeWhole(second + r, entries(table, lists, addWhole(entries(table, lists, place), choice)));
    }
  } else {
    for (let r: usize = 0; r < end; r += SIZE) writeWhole(second + r, readWhole(first + r));
  }
}

function drawLambdas(own: usize, table: usize, step: u32, lambdas: usize, end: usize): void {
  const key = load<i32>(own + lambdaKeyAt), stride = load<i32>(own + lambdaStepAt);
  const quantiles = table + (<usize>load<i32>(own + lambdasAt) << 2);
  for (let r: usize = 0; r < end; r += SIZE) {
    const index = shiftRight(hashes(key, step, ramp(<i32>(r >> 2) * stride, stride)), 20);
    write(lambdas + r, lookUp(quantiles, index));
  }
}
