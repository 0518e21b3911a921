import { packLevels, unpackLevels } from '../core/data/pictures.ts';
import { expectLength } from '../core/expect.ts';
import { layerSlices, parameterCount, type Network } from '../core/training/network.ts';
import type { AttackedNetwork, AttackNetworks } from './attack-networks.ts';

/** Trained networks and unseen pictures at their full size, as they are kept in `content/results/`. */
interface BakedAttackPictures {
  readonly network: Network;
  /** Parameters of each network, as {@link packParameters} writes them. */
  readonly parameters: Readonly<Record<AttackedNetwork, PackedParameters>>;
  /** Pictures of each class; those of class 0 come first, then those of 1, and so on. */
  readonly samples: number;
  /** Their pixels, as {@link packPixels} writes them. */
  readonly pixels: string;
}

/** Parameters kept to a byte each: whole numbers from -127 to 127, and by how much to multiply those of each layer. */
interface PackedParameters {
  readonly scales: readonly number[];
  readonly bytes: string;
}

/** How networks are trained whose pictures are attacked at full size. The first rows are trained on, the others are unseen. */
export const attackPicturesProtocol = { trainingRows: 4000, hidden: 32, steps: 3000 } as const;

/**
 * Unpacks what was baked.
 *
 * @throws Error if the file is another one, RangeError if it is not whole
 */
export function readAttackPictures(baked: object): AttackNetworks {
  if (!isBakedAttackPictures(baked))
    throw new Error('attack-clothes.json: expected networks and pictures, got another file.');
  const { network, parameters, samples } = baked;
  const pixels = unpackLevels(bytesOf(baked.pixels));
  const [inputs = 0] = network.sizes;
  const classes = network.sizes.at(-1) ?? 0;
  expectLength('pixels', pixels, classes * samples * inputs, `pixels, ${inputs} of each picture`);
  const unpack = (name: AttackedNetwork): Float64Array => unpackParameters(network, parameters[name]);
  return {
    network,
    samples,
    pixels,
    parameters: { erm: unpack('erm'), mixup: unpack('mixup'), 'other-erm': unpack('other-erm') },
  };
}

const isBakedAttackPictures = (file: object): file is BakedAttackPictures =>
  ['network', 'parameters', 'samples', 'pixels'].every((key) => key in file) && !('scale' in file);

/**
 * Writes the parameters of a network, a byte for each: rounded to 255 steps over the range of its layer.
 *
 * @param parameters flat, in the layout of {@link Network}
 */
export function packParameters(network: Network, parameters: ArrayLike<number>): PackedParameters {
  expectLength('parameters', parameters, parameterCount(network));
  const whole = new Int8Array(parameters.length);
  const scales = layerSlices(network).map(({ weights, biases, outputs }) => {
    const own = Array.from({ length: biases + outputs - weights }, (_, k) => parameters[weights + k] as number);
    const greatest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = Number((greatest / 127 || 1).toPrecision(6));
    whole.set(
      own.map((value) => Math.round(value / scale)),
      weights,
    );
    return scale;
  });
  return { scales, bytes: textOf(new Uint8Array(whole.buffer)) };
}

/** Reads what {@link packParameters} wrote. */
export function unpackParameters(network: Network, { scales, bytes }: PackedParameters): Float64Array {
  const whole = new Int8Array(bytesOf(bytes).buffer);
  expectLength('parameters', whole, parameterCount(network));
  const parameters = new Float64Array(whole.length);
  layerSlices(network).forEach(({ weights, biases, outputs }, l) => {
    for (let k = weights; k < biases + outputs; k += 1) parameters[k] = (whole[k] as number) * (scales[l] as number);
  });
  return parameters;
}

/** Writes pixels of 16 levels, two to a byte. @param levels an even number of integers from 0 to 15 */
export const packPixels = (levels: Uint8Array): string => textOf(packLevels(levels));

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
