import { expect, test } from 'vitest';
import baked from '../../../content/results/attack-clothes.json' with { type: 'json' };
import { initialParameters, type Network } from '../../../src/core/training/network.ts';
import { readSourcePictures } from '../../../src/data/source-pictures.ts';
import { attackOne, findTurns } from '../../../src/islands/attack-digit/attack-one.ts';
import { namedClass } from '../../../src/islands/attack-digit/class-names.ts';
import { attackDigitParameters, attackSamples } from '../../../src/islands/attack-digit/parameters.ts';
import { defaultsOf } from '../../../src/parameters/parameter.ts';
import {
  attackPicturesProtocol,
  packParameters,
  packPixels,
  readAttackPictures,
  unpackParameters,
} from '../../../src/studies/attack-pictures.ts';

const networks = readAttackPictures(baked);
const width = 784;

test('a weight is kept to half of a step of its layer, of which there are 127 up to the largest', () => {
  const network: Network = { sizes: [5, 4, 3], activation: 'relu' };
  const parameters = initialParameters(network, 3);
  const again = unpackParameters(network, packParameters(network, parameters));
  for (const [from, to] of [
    [0, 24],
    [24, 39],
  ] as const) {
    const layer = Array.from(parameters.subarray(from, to));
    const step = Math.max(...layer.map(Math.abs)) / 127;
    layer.forEach((value, k) => expect(Math.abs(value - (again[from + k] as number))).toBeLessThan(0.5001 * step));
  }
  expect(again.some((value, k) => value !== parameters[k])).toBe(true);
});

test('pixels are kept two to a byte', () => {
  // 0x0f and 0x81 are D4E= in base 64 (RFC 4648).
  expect(packPixels(Uint8Array.of(0, 15, 8, 1))).toBe('D4E=');
});

test('the pictures are the first unseen ones of each class, at their full size', async () => {
  const { pictures, labels } = await readSourcePictures('fashion-mnist');
  expect(networks.samples).toBe(attackSamples);
  for (const label of [0, 8]) {
    const rows = Array.from(labels.keys()).filter(
      (row) => row >= attackPicturesProtocol.trainingRows && labels[row] === label,
    );
    rows.slice(0, attackSamples).forEach((row, n) => {
      const start = (label * attackSamples + n) * width;
      const kept = networks.pixels.subarray(start, start + width);
      (pictures[row] as Uint8Array).forEach((pixel, k) =>
        expect(Math.abs(pixel / 255 - (kept[k] as number))).toBeLessThan(0.034),
      );
    });
  }
});

test('the kept networks name most pieces of clothing, and a small change turns an answer of each', async () => {
  const settings = { ...defaultsOf(attackDigitParameters), data: 'clothes', sample: 0, epsilon: 0 } as const;
  const turned = { erm: [] as number[], mixup: [] as number[] };
  for (const { value: digit } of attackDigitParameters.digit.choices) {
    const picture = await attackOne(networks, { ...settings, digit });
    const turns = await findTurns(networks, { ...settings, digit });
    for (const method of ['erm', 'mixup'] as const) {
      if (namedClass(picture[method].before) === Number(digit)) turned[method].push(turns[method] ?? Infinity);
    }
  }
  for (const epsilons of [turned.erm, turned.mixup]) {
    expect(epsilons.length).toBeGreaterThanOrEqual(7);
    expect(Math.min(...epsilons)).toBeLessThan(5);
  }
});

test('at 3 % ERM no longer knows the ankle boot of the article, and mixup does', async () => {
  const { erm, mixup } = await attackOne(networks, {
    ...defaultsOf(attackDigitParameters),
    data: 'clothes',
    digit: '9',
    sample: 2,
    epsilon: 3,
  });
  expect([erm.before, mixup.before, erm.after, mixup.after].map((answers) => namedClass(answers) === 9)).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test('another file is refused with a sentence', () => {
  expect(() => readAttackPictures({ scale: 1, ...baked })).toThrow('expected networks and pictures');
});
