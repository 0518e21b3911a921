import { expect, test } from 'vitest';
import baked from '../../../content/results/attack-networks.json' with { type: 'json' };
import {
  attackOne,
  findTurns,
  isSameAttack,
  type AttackSettings,
} from '../../../src/islands/attack-digit/attack-one.ts';
import { namedClass } from '../../../src/islands/attack-digit/class-names.ts';
import { attackSamples, attackDigitParameters } from '../../../src/islands/attack-digit/parameters.ts';
import { defaultsOf } from '../../../src/parameters/parameter.ts';
import { packIntegers, readAttackNetworks, unpackIntegers } from '../../../src/studies/attack-networks.ts';

const networks = readAttackNetworks(baked);
const settings: AttackSettings = defaultsOf(attackDigitParameters);

test('whole numbers are packed as two bytes each, the lower first', () => {
  // 1, 256 and -2 are 01 00, 00 01 and fe ff, which is AQAAAf7/ in base 64 (RFC 4648).
  expect(packIntegers([1, 256, -2])).toBe('AQAAAf7/');
  expect(Array.from(unpackIntegers('AQAAAf7/'))).toEqual([1, 256, -2]);
  expect(() => packIntegers([40_000])).toThrow('values');
});

test('there are as many images of each digit as the figure offers', () => {
  expect(networks.samples).toBe(attackSamples);
  expect(networks.pixels).toHaveLength(10 * attackSamples * 64);
});

test('the kept networks know nearly all of the 60 digits', async () => {
  let right = 0;
  for (let digit = 0; digit < 10; digit += 1) {
    for (let sample = 0; sample < attackSamples; sample += 1) {
      const { erm, mixup } = await attackOne(networks, {
        ...settings,
        digit: String(digit),
        sample,
        epsilon: 0,
      });
      for (const { before } of [erm, mixup]) if (before.indexOf(Math.max(...before)) === digit) right += 1;
    }
  }
  expect(right).toBeGreaterThan(0.9 * 120);
});

test('an attack changes no pixel by more than epsilon, stays between paper and ink, and raises the loss', async () => {
  for (const attack of ['fgsm', 'i-fgsm'] as const) {
    const { digit, erm, mixup } = await attackOne(networks, { ...settings, attack, epsilon: 10 });
    for (const one of [erm, mixup]) {
      expect(Math.max(...one.change.map(Math.abs))).toBeCloseTo(0.1, 3);
      one.attacked.forEach((ink, k) => {
        expect(ink).toBeCloseTo((digit[k] as number) + (one.change[k] as number), 3);
        expect(ink).toBeGreaterThanOrEqual(0);
        expect(ink).toBeLessThanOrEqual(1);
      });
      const label = Number(settings.digit);
      expect(one.after[label]).toBeLessThan(one.before[label] as number);
    }
  }
});

test('in the black box both networks get the same attacked digit, in the white box each its own', async () => {
  const black = await attackOne(networks, { ...settings, box: 'black' });
  expect(black.mixup.attacked).toEqual(black.erm.attacked);
  const white = await attackOne(networks, { ...settings, box: 'white' });
  expect(white.mixup.attacked).not.toEqual(white.erm.attacked);
});

test('the smallest change that turns an answer turns it, and a tenth of a percent less does not', async () => {
  for (const attack of ['fgsm', 'i-fgsm'] as const) {
    const turns = await findTurns(networks, { ...settings, attack });
    for (const method of ['erm', 'mixup'] as const) {
      const { [method]: turnsAt = NaN } = turns;
      const answers = async (epsilon: number) => {
        const { before, after } = (await attackOne(networks, { ...settings, attack, epsilon }))[method];
        return [before, after].map(namedClass);
      };
      const [before, justBelow] = await answers(turnsAt - 0.1);
      expect(justBelow).toBe(before);
      expect((await answers(turnsAt))[1]).not.toBe(before);
    }
  }
});

test('where an answer turns is looked for no further once something else is asked for', async () => {
  let asked = 0;
  const turns = await findTurns(networks, settings, () => (asked += 1) < 3);
  expect(asked).toBeLessThan(10);
  expect(turns.erm).toBeLessThan((await findTurns(networks, settings)).erm as number);
});

test('attacks that differ in nothing but epsilon turn answers at the same place, others need not', () => {
  expect(isSameAttack(settings, { ...settings, epsilon: 3 })).toBe(true);
  for (const changes of [
    { digit: '2' },
    { sample: 2 },
    { attack: 'i-fgsm' },
    { box: 'black' },
    { data: 'clothes' },
  ] as const)
    expect(isSameAttack(settings, { ...settings, ...changes })).toBe(false);
});
