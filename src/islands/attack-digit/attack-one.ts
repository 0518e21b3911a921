import { attack } from '../../core/training/attack.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import { lossAndGradient } from '../../core/training/reference.ts';
import { createBreathe } from '../../engine/run/page-turns.ts';
import type { attackDigitParameters } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { attackSteps } from '../../studies/error-under-attack.ts';
import type { AttackedNetwork, AttackNetworks } from '../../studies/attack-networks.ts';
import { turningEpsilon } from './turning-epsilon.ts';

export type AttackSettings = ValuesOf<typeof attackDigitParameters>;

/** What one network makes of a picture before and after the attack. */
export interface AttackedPicture {
  /** What was added to each pixel, as a share of the range from paper to ink. */
  readonly change: readonly number[];
  /** The picture with it. */
  readonly attacked: readonly number[];
  /** Probability of each class, before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The smallest epsilon, in percent, with which this attack turns the answer; not there if none does. */
  readonly turnsAt?: number;
}

/** One picture, and the attack on it, for each method. */
export interface AttackPicture {
  readonly from: AttackSettings;
  readonly digit: readonly number[];
  readonly erm: AttackedPicture;
  readonly mixup: AttackedPicture;
}

/** Numbers of a picture are kept to four decimals: more than can be seen. */
const short = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toFixed(4)));

/** The most probable class. */
export const namedClass = (probabilities: readonly number[]): number =>
  probabilities.indexOf(Math.max(...probabilities));

/**
 * Attacks one picture as the settings ask, on the networks that were trained in advance.
 *
 * @param known an attack made before: where it differs in nothing but epsilon, the answers turn where they turned
 */
export async function attackOne(
  { network, parameters, samples, pixels }: AttackNetworks,
  settings: AttackSettings,
  known?: AttackPicture,
): Promise<AttackPicture> {
  const [width = 0] = network.sizes;
  const classes = network.sizes.at(-1) as number;
  const label = Number(settings.digit);
  const image = label * samples + settings.sample;
  const digit = pixels.slice(image * width, (image + 1) * width);
  const labels = Float64Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));
  const breathe = createBreathe();

  const answerOf = (name: AttackedNetwork, points: Float32Array): number[] => {
    const logits = forward(network, parameters[name], Float64Array.from(points), 1).at(-1) as Float64Array;
    return Array.from(logSoftmax(logits, classes), Math.exp);
  };
  const attackedOn = async (name: AttackedNetwork, epsilon: number): Promise<Float32Array> => {
    await breathe();
    return attack(
      digit,
      Float32Array.from(labels),
      (points) => {
        const batch = { inputs: Float64Array.from(points), labels, count: 1 };
        return Promise.resolve(Float32Array.from(lossAndGradient(network, parameters[name], batch).inputGradient));
      },
      { epsilon: epsilon / 100, steps: attackSteps[settings.attack], range: [0, 1] },
    );
  };
  const isKnown =
    known && JSON.stringify({ ...known.from, epsilon: 0 }) === JSON.stringify({ ...settings, epsilon: 0 });
  const result = async (name: 'erm' | 'mixup'): Promise<AttackedPicture> => {
    const on = settings.box === 'white' ? name : 'other-erm';
    const attacked = await attackedOn(on, settings.epsilon);
    const before = answerOf(name, digit);
    const turnsAt = isKnown
      ? known[name].turnsAt
      : await turningEpsilon(
          async (epsilon) => namedClass(answerOf(name, await attackedOn(on, epsilon))) !== namedClass(before),
        );
    return {
      change: short(attacked.map((ink, k) => ink - (digit[k] as number))),
      attacked: short(attacked),
      before: short(before),
      after: short(answerOf(name, attacked)),
      ...(turnsAt !== undefined && { turnsAt }),
    };
  };
  return { from: settings, digit: short(digit), erm: await result('erm'), mixup: await result('mixup') };
}
