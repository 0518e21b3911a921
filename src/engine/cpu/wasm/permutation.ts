import {
  SIZE, Whole, addWhole, allWhole, and, any, below, chooseWhole, lower, mulWhole, or, ramp, shiftLeft, shiftRight, subWhole, writeWhole, xor,
} from './lanes';

/* `permute` of `core/random/permutation.ts`. A shape is four whole numbers in memory: size, lowBits, tall, rounds. */

function scatter(word: Whole): Whole {
  const once = mulWhole(word, allWhole(0x9e3779b1));
  return shiftRight(mulWhole(xor(once, shiftRight(once, 15)), allWhole(0x85ebca6b)), 16);
}

/**
 * Where the places from `start` on go, one after the other; up to seven more numbers than asked for are written behind them. Two
 * vectors are under way at a time, because each waits for its own products.
 *
 * @param to receives `count` numbers
 */
export function permuteRun(to: usize, count: i32, start: i32, key: i32, stride: i32, shape: usize): void {
  const size = load<i32>(shape), lowBits = load<i32>(shape + 4), rounds = load<i32>(shape + 12);
  const all = allWhole(size), top = allWhole(size - 1), tall = allWhole(load<i32>(shape + 8));
  const mask = allWhole((1 << lowBits) - 1);
  const lanes = <i32>(SIZE >> 2);
  for (let j = 0; j < count; j += 2 * lanes) {
    // Lanes past the end walk from a place of the set too: one outside might never come back.
    const p = lower(ramp(start + j, 1), top), q = lower(ramp(start + j + lanes, 1), top);
    let lowP = and(p, mask), highP = shiftRight(p, lowBits), placeP = all;
    let lowQ = and(q, mask), highQ = shiftRight(q, lowBits), placeQ = all;
    for (;;) {
      let roundKey = key, a = lowP, b = highP, c = lowQ, d = highQ;
      for (let round = 0; round < rounds; round += 2) {
        let k = allWhole(roundKey);
        b = addWhole(b, shiftRight(mulWhole(scatter(addWhole(a, k)), tall), 16));
        d = addWhole(d, shiftRight(mulWhole(scatter(addWhole(c, k)), tall), 16));
        b = chooseWhole(below(b, tall), b, subWhole(b, tall));
        d = chooseWhole(below(d, tall), d, subWhole(d, tall));
        roundKey += stride;
        k = allWhole(roundKey);
        a = and(addWhole(a, scatter(addWhole(b, k))), mask);
        c = and(addWhole(c, scatter(addWhole(d, k))), mask);
        roundKey += stride;
      }
      // A lane that is back in the set stays where it is.
      const doneP = below(placeP, all), doneQ = below(placeQ, all);
      lowP = chooseWhole(doneP, lowP, a);
      highP = chooseWhole(doneP, highP, b);
      lowQ = chooseWhole(doneQ, lowQ, c);
      highQ = chooseWhole(doneQ, highQ, d);
      placeP = or(shiftLeft(highP, lowBits), lowP);
      placeQ = or(shiftLeft(highQ, lowBits), lowQ);
      if (!any(below(top, placeP)) && !any(below(top, placeQ))) break;
    }
    writeWhole(to + (<usize>j << 2), placeP);
    writeWhole(to + (<usize>(j + lanes) << 2), placeQ);
  }
}
