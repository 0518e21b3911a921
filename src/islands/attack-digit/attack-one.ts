import { attack } from '../../core/training/attack.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import { lossAndGradient } from '../../core/training/reference.ts';
import { createBreathe } from '../../engine/run/page-turns.ts';
import type { attackDigitParameters } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { attackSteps } from '../../studies/error-under-attack.ts';
import type { AttackedNetwork, AttackNetworks } from '../../studies/attack-networks.ts';
import { namedClass } from './class-names.ts';
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
}

/** For each method the smallest epsilon, in percent, with which an attack turns its answer; not there if none does. */
export interface Turns {
  readonly erm?: number;
  readonly mixup?: number;
}

/** One picture, and the attack on it, for each method. */
export interface AttackPicture {
  readonly from: AttackSettings;
  readonly digit: readonly number[];
  readonly erm: AttackedPicture;
  readonly mixup: AttackedPicture;
  /** Where the answers turn; not there while it is looked for. */
  readonly turns?: Turns;
}

const methods = ['erm', 'mixup'] as const;
type Method = (typeof methods)[number];

/** Numbers of a picture are kept to four decimals: more than can be seen. */
const short = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toFixed(4)));

/** The picture that the settings ask for, and what the networks and their attackers make of it. */
function attacksOn({ network, parameters, samples, pixels }: AttackNetworks, settings: AttackSettings) {
  const [width = 0] = network.sizes;
  const classes = network.sizes.at(-1) as number;
  const label = Number(settings.digit);
  const image = label * samples + settings.sample;
  const digit = pixels.slice(image * width, (image + 1) * width);
  const labels = Float64Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));
  const answerOf = (name: AttackedNetwork, points: Float32Array): number[] => {
    const logits = forward(network, parameters[name], Float64Array.from(points), 1).at(-1) as Float64Array;
    return Array.from(logSoftmax(logits, classes), Math.exp);
  };
  const attacked = (method: Method, epsilon: number): Promise<Float32Array> => {
    const on = settings.box === 'white' ? method : 'other-erm';
    return attack(
      digit,
      Float32Array.from(labels),
      (points) => {
        const batch = { inputs: Float64Array.from(points), labels, count: 1 };
        return Promise.resolve(Float32Array.from(lossAndGradient(network, parameters[on], batch).inputGradient));
      },
      { epsilon: epsilon / 100, steps: attackSteps[settings.attack], range: [0, 1] },
    );
  };
  return { digit, answerOf, attacked };
}

/** Attacks one picture as the settings ask, on the networks that were trained in advance. */
export async function attackOne(networks: AttackNetworks, settings: AttackSettings): Promise<AttackPicture> {
  const { digit, answerOf, attacked } = attacksOn(networks, settings);
  const result = async (method: Method): Promise<AttackedPicture> => {
    const points = await attacked(method, settings.epsilon);
    return {
      change: short(points.map((ink, k) => ink - (digit[k] as number))),
      attacked: short(points),
      before: short(answerOf(method, digit)),
      after: short(answerOf(method, points)),
    };
  };
  return { from: settings, digit: short(digit), erm: await result('erm'), mixup: await result('mixup') };
}

/**
 * Where the attack that the settings ask for turns the answers; their epsilon plays no part.
 *
 * @param goesOn whether that is still asked for: where it is not, what comes back is worth nothing
 */
export async function findTurns(
  networks: AttackNetworks,
  settings: AttackSettings,
  goesOn: () => boolean = () => true,
): Promise<Turns> {
  const { digit, answerOf, attacked } = attacksOn(networks, settings);
  const breathe = createBreathe();
  const turns: { -readonly [method in Method]?: number } = {};
  for (const method of methods) {
    const before = namedClass(answerOf(method, digit));
    const at = await turningEpsilon(async (epsilon) => {
      await breathe();
      return !goesOn() || namedClass(answerOf(method, await attacked(method, epsilon))) !== before;
    });
    if (at !== undefined) turns[method] = at;
  }
  return turns;
}

/** Whether two attacks differ in nothing but epsilon, so that the answers turn where they turned. */
export const isSameAttack = (one: AttackSettings, other: AttackSettings): boolean =>
  (['data', 'digit', 'sample', 'attack', 'box'] as const).every((name) => one[name] === other[name]);
