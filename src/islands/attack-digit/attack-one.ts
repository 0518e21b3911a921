import { attack } from '../../core/training/attack.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import { lossAndGradient } from '../../core/training/reference.ts';
import type { attackDigitParameters } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { attackSteps } from '../../studies/error-under-attack.ts';
import type { AttackedNetwork, AttackNetworks } from '../../studies/attack-networks.ts';

export type AttackSettings = ValuesOf<typeof attackDigitParameters>;

/** What one network makes of a digit before and after the attack. */
export interface AttackedDigit {
  /** What was added to each pixel, `[64]`, as a share of the range from paper to ink. */
  readonly change: readonly number[];
  /** The digit with it, `[64]`. */
  readonly attacked: readonly number[];
  /** Probability of each digit 0 to 9, before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** One digit, and the attack on it, for each method. */
export interface AttackPicture {
  readonly from: AttackSettings;
  readonly digit: readonly number[];
  readonly erm: AttackedDigit;
  readonly mixup: AttackedDigit;
}

const classes = 10;

/** Numbers of a picture are kept to four decimals: more than can be seen. */
const short = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toFixed(4)));

/** Attacks one image of a digit as the settings ask, on the networks that were trained in advance. */
export async function attackOne(networks: AttackNetworks, settings: AttackSettings): Promise<AttackPicture> {
  const { network, parameters, samples, pixels } = networks;
  const label = Number(settings.digit);
  const image = label * samples + settings.sample;
  const digit = pixels.slice(image * 64, (image + 1) * 64);
  const labels = Float64Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));

  const answerOf = (name: AttackedNetwork, points: Float32Array): number[] => {
    const logits = forward(network, parameters[name], Float64Array.from(points), 1).at(-1) as Float64Array;
    return short(logSoftmax(logits, classes).map(Math.exp));
  };
  const attackedOn = (name: AttackedNetwork): Promise<Float32Array> =>
    attack(
      digit,
      Float32Array.from(labels),
      (points) => {
        const batch = { inputs: Float64Array.from(points), labels, count: 1 };
        return Promise.resolve(Float32Array.from(lossAndGradient(network, parameters[name], batch).inputGradient));
      },
      { epsilon: settings.epsilon / 100, steps: attackSteps[settings.attack], range: [0, 1] },
    );
  const result = async (name: 'erm' | 'mixup'): Promise<AttackedDigit> => {
    const attacked = await attackedOn(settings.box === 'white' ? name : 'other-erm');
    return {
      change: short(attacked.map((ink, k) => ink - (digit[k] as number))),
      attacked: short(attacked),
      before: answerOf(name, digit),
      after: answerOf(name, attacked),
    };
  };
  return { from: settings, digit: short(digit), erm: await result('erm'), mixup: await result('mixup') };
}
