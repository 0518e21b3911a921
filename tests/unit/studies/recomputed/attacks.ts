import attackClothes from '../../../../scripts/experiments/attack-clothes.ts';
import attackNetworks from '../../../../scripts/experiments/attack-networks.ts';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { splitRows } from '../../../../src/core/data/split-rows.ts';
import type { Network } from '../../../../src/core/training/network.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../../src/core/training/policy.ts';
import { readDigits } from '../../../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { readSourcePictures } from '../../../../src/data/source-pictures.ts';
import {
  readAttackNetworks,
  type AttackedNetwork,
  type AttackNetworks,
} from '../../../../src/studies/attack-networks.ts';
import { readAttackPictures } from '../../../../src/studies/attack-pictures.ts';
import { errorUnderAttack } from '../../../../src/studies/error-under-attack.ts';
import { margins } from '../../../../src/studies/margins.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import { studiedClothes } from '../../../../src/studies/studied-pictures.ts';
import { inputGradient, toLayers } from '../../../gpu/conformance/slow-network.ts';
import { hurried } from './hurried-engine.ts';
import { amount, errorOf, resultOf, share, type Answer, type Expected, type Recomputation } from './recomputation.ts';
import { published, trainedSlowly, type SlowNetwork } from './slow-network-of.ts';
import { clothesByHand, digitsByHand, rowOf } from './slow-pictures.ts';

const seed = 5;
const steps = 3;

interface Attackable extends SlowNetwork {
  readonly network: Network;
  readonly layers: ReturnType<typeof toLayers>;
}

/** The gradient of the loss against some class at a point. */
function slopeAt({ network, layers }: Attackable, point: readonly number[], label: number): number[] {
  const oneHot = Array.from({ length: network.sizes.at(-1) ?? 0 }, (_, k) => Number(k === label));
  return inputGradient(network, layers, [...point], oneHot);
}

/** Every pixel goes a step along the sign of the gradient, and stays between paper and ink. */
function attacked(on: Attackable, point: readonly number[], label: number, epsilon: number, times: number): number[] {
  let moved = [...point];
  for (let time = 0; time < times; time += 1) {
    const slopes = slopeAt(on, moved, label);
    moved = moved.map((value, k) => Math.min(1, Math.max(0, value + (epsilon / times) * Math.sign(slopes[k] ?? NaN))));
  }
  return moved;
}

/** The networks of one seed as a file says, and the 200 test pictures that are attacked. */
function attackedOf(file: object, pictures: DataSet, names: readonly string[]) {
  const { train, test } = splitRows(pictures.labels.length, 1000, seed, 597);
  const networks = new Map(
    names.map((name): [string, Attackable] => {
      const { network, ...learning } = published(file, name);
      // The network that black-box attacks are made on has its training rows, but not the seed of its weights.
      const own = name === 'other-erm' ? seed + 1_000_000 : seed;
      const task = { ...learning, network, seed: own, inputs: pictures.inputs, labels: pictures.labels, rows: train };
      const trained = trainedSlowly(task, steps);
      return [name, { network, layers: toLayers(network, trained.parameters), ...trained }];
    }),
  );
  const rows = Array.from(test.slice(0, 200), (row) => ({
    point: rowOf(pictures, row),
    right: pictures.labels[row] ?? NaN,
  }));
  const of = (name: string): Attackable => networks.get(name) as Attackable;
  const errorUnder = (name: string, on: string, epsilon: number, times: number): Expected =>
    errorOf(
      rows.map(({ point, right }): Answer => ({
        right,
        logs: of(name).answer(attacked(of(on), point, right, epsilon / 100, times)),
      })),
    );
  return { of, rows, errorUnder };
}

/** @param attacks those made in ten steps are dear, so that of the larger pictures one is made */
function underAttack(
  set: 'digits' | 'clothes',
  alpha: number,
  ...attacks: ('white i-fgsm' | 'black i-fgsm')[]
): Recomputation {
  return async (engine, file) => {
    const pictures = set === 'digits' ? await readDigits() : studiedClothes(await readFashionMnist());
    const results = await runStudy(engine, errorUnderAttack(pictures, alpha, { steps, epsilons: [0, 2] }), [seed]);
    const byHand = set === 'digits' ? digitsByHand() : clothesByHand('public/data/fashion-mnist.bin', 2500);
    const { errorUnder } = attackedOf(file, byHand, ['mixup', 'other-erm']);
    const none = errorUnder('mixup', 'mixup', 0, 1);
    const slow = {
      'white fgsm 0': none,
      'white i-fgsm 0': none,
      'black i-fgsm 0': none,
      'white fgsm 2': errorUnder('mixup', 'mixup', 2, 1),
      'black fgsm 2': errorUnder('mixup', 'other-erm', 2, 1),
      ...(attacks.includes('white i-fgsm') && { 'white i-fgsm 2': errorUnder('mixup', 'mixup', 2, 10) }),
      ...(attacks.includes('black i-fgsm') && { 'black i-fgsm 2': errorUnder('mixup', 'other-erm', 2, 10) }),
    };
    return [{ of: 'mixup', measured: resultOf(results, 'mixup').measures, slow }];
  };
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[99] ?? NaN) + (sorted[100] ?? NaN)) / 2;
};

/** By how much the right answer leads, and how fast an attack takes the lead, against the class that comes first. */
function lead(network: Attackable, point: readonly number[], right: number): { margin: number; slope: number } {
  const logs = network.answer(point);
  const slopes = logs.map((_, k) => slopeAt(network, point, k));
  const [nearest] = logs
    .map((log, k) => {
      const slope = point.reduce((total, pixel, at) => {
        // The lead is the loss against k less that against the right class. An attack lowers it: down where it rises, and up where it falls.
        const rise = (slopes[k]?.[at] ?? NaN) - (slopes[right]?.[at] ?? NaN);
        const isStuck = (rise > 0 && pixel === 0) || (rise < 0 && pixel === 1);
        return isStuck ? total : total + Math.abs(rise);
      }, 0);
      return { k, margin: (logs[right] ?? NaN) - log, slope };
    })
    .filter(({ k }) => k !== right)
    .sort((a, b) => a.margin / a.slope - b.margin / b.slope);
  if (!nearest) throw new Error('expected several classes');
  return nearest;
}

const ofMargins: Recomputation = async (engine, file) => {
  const results = await runStudy(engine, margins(await readDigits(), steps), [seed]);
  const { of, rows, errorUnder } = attackedOf(file, digitsByHand(), ['mixup', 'smoothing', 'other-erm']);
  return ['mixup', 'smoothing'].map((name) => {
    const leads = rows.map(({ point, right }) => lead(of(name), point, right));
    const reach = leads.map(({ margin, slope }) => margin / slope);
    return {
      of: name,
      measured: resultOf(results, name).measures,
      slow: {
        margin: amount(middle(leads.map((one) => one.margin))),
        slope: amount(middle(leads.map((one) => one.slope))),
        reach: amount(middle(reach)),
        within: share(reach.filter((one) => one < 0.1).length, 200),
        'white fgsm 10': errorUnder(name, name, 10, 1),
        'black fgsm 10': errorUnder(name, 'other-erm', 10, 1),
        ...(name === 'mixup' && {
          'white i-fgsm 10': errorUnder(name, name, 10, 10),
          'black i-fgsm 10': errorUnder(name, 'other-erm', 10, 10),
        }),
      },
    };
  });
};

const keptNames: readonly AttackedNetwork[] = ['erm', 'mixup', 'other-erm'];

/** What a kept network differs in from one trained slowly: the most of its weights, in units of what they are rounded to. */
function keptNetworks(
  kept: AttackNetworks,
  pixels: readonly number[],
  roundedTo: (name: AttackedNetwork) => number,
  slowly: (name: AttackedNetwork) => SlowNetwork,
) {
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
  return keptNames.map((name) => {
    const { parameters } = slowly(name);
    const apart = parameters.map((value, k) => Math.abs(value - (kept.parameters[name][k] ?? NaN)) / roundedTo(name));
    return {
      of: name,
      measured: {
        'weights apart': most(apart),
        'pixels apart': most(pixels.map((ink, k) => Math.abs(ink - (kept.pixels[k] ?? NaN)))),
        pixels: kept.pixels.length,
      },
      slow: { 'weights apart': amount(0, 0.51), 'pixels apart': amount(0), pixels: amount(pixels.length) },
    };
  });
}

const seedOf = (name: AttackedNetwork): number => (name === 'other-erm' ? 1_000_001 : 1);
const policyOf = (name: AttackedNetwork) => (name === 'mixup' ? mixupPolicy(0.2) : ermPolicy);
/** The first six of each class among some rows. */
const sixOfEach = (rows: readonly number[], labels: Uint8Array): number[] =>
  Array.from({ length: 10 }, (_, label) => rows.filter((row) => labels[row] === label).slice(0, 6)).flat();

const ofDigitNetworks: Recomputation = async (engine) => {
  const kept = await attackNetworks.run(hurried(engine, steps), () => undefined);
  const { inputs, labels, ...rest } = digitsByHand();
  const { train, test } = splitRows(labels.length, 1000, 1, 597);
  const network: Network = { sizes: [64, 64, 64, 10], activation: 'relu' };
  const learning = { network, batch: 64, optimizer: adam(0.003), inputs, labels, rows: train };
  return keptNetworks(
    readAttackNetworks(kept),
    sixOfEach(Array.from(test.slice(0, 200)), labels).flatMap((row) => rowOf({ inputs, labels, ...rest }, row)),
    () => 1 / 4096,
    (name) => trainedSlowly({ ...learning, seed: seedOf(name), policy: policyOf(name) }, steps),
  );
};

const ofClothesNetworks: Recomputation = async (engine) => {
  const kept = (await attackClothes.run(hurried(engine, steps), () => undefined)) as {
    readonly parameters: Record<AttackedNetwork, { readonly scales: readonly number[] }>;
    readonly errors: Record<AttackedNetwork, number>;
  };
  const { pictures, labels } = await readSourcePictures('fashion-mnist');
  const inks = pictures.map((pixels) => Array.from(pixels, (gray) => Math.round((gray * 15) / 255) / 15));
  const network: Network = { sizes: [784, 32, 32, 10], activation: 'relu' };
  const learning = { network, batch: 64, optimizer: adam(0.001), labels, inputs: Float32Array.from(inks.flat()) };
  const rows = Uint32Array.from({ length: 4000 }, (_, row) => row);
  const unseen = Array.from(labels.keys()).slice(4000);
  const slowly = (name: AttackedNetwork): SlowNetwork =>
    trainedSlowly({ ...learning, rows, seed: seedOf(name), policy: policyOf(name) }, steps);
  const erm = slowly('erm');
  const networks = keptNetworks(
    readAttackPictures(kept),
    sixOfEach(unseen, labels).flatMap((row) => inks[row] ?? []),
    // Each layer has a step of its own.
    (name) => Math.max(...kept.parameters[name].scales),
    (name) => (name === 'erm' ? erm : slowly(name)),
  );
  const { value } = errorOf(unseen.map((row) => ({ logs: erm.answer(inks[row] ?? []), right: labels[row] ?? NaN })));
  // The errors kept are those of the rounded networks.
  return [...networks, { of: 'erm', measured: { error: kept.errors.erm }, slow: { error: amount(value, 0.02) } }];
};

export const ofAttacks: Readonly<Record<string, Recomputation>> = {
  'error-under-attack': underAttack('digits', 0.2, 'white i-fgsm', 'black i-fgsm'),
  'error-under-attack-strong': underAttack('digits', 1, 'white i-fgsm'),
  'error-under-attack-clothes': underAttack('clothes', 0.2, 'black i-fgsm'),
  'error-under-attack-clothes-strong': underAttack('clothes', 1),
  margins: ofMargins,
  'attack-networks': ofDigitNetworks,
  'attack-clothes': ofClothesNetworks,
};
