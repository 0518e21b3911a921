import type { Network } from '../core/training/network.ts';
import { expectLength, expectWithin } from '../core/expect.ts';

/** Trained networks and unseen digits as they are kept in `content/results/`: small, and the same in every browser. */
interface BakedAttackNetworks {
  readonly seed: number;
  readonly network: Network;
  /** What a kept weight is divided by. */
  readonly scale: number;
  /** Parameters of each network, as {@link packIntegers} writes them. */
  readonly parameters: Readonly<Record<AttackedNetwork, string>>;
  /** Images of each digit; the images of 0 come first, then those of 1, and so on. */
  readonly samples: number;
  /** Pixels from 0 to 16, 64 of each image, packed likewise. */
  readonly pixels: string;
}

/** ERM and mixup are attacked; black-box attacks are made on the other ERM network. */
export type AttackedNetwork = 'erm' | 'mixup' | 'other-erm';

/** The same, unpacked. */
export interface AttackNetworks {
  readonly network: Network;
  readonly parameters: Readonly<Record<AttackedNetwork, Float64Array>>;
  /** `[10 * samples, 64]`, from 0 (paper) to 1 (ink). */
  readonly pixels: Float32Array;
  readonly samples: number;
}

/**
 * Unpacks what was baked.
 *
 * @throws Error if the file is another one
 */
export function readAttackNetworks(baked: object): AttackNetworks {
  if (!isBakedAttackNetworks(baked))
    throw new Error(
      'attack-networks.json: expected networks and pixels. Write it anew: npm run bake -- attack-networks',
    );
  const { network, scale, parameters, samples } = baked;
  const unpack = (name: AttackedNetwork): Float64Array =>
    Float64Array.from(unpackIntegers(parameters[name]), (value) => value / scale);
  const pixels = Float32Array.from(unpackIntegers(baked.pixels), (ink) => ink / 16);
  expectLength('pixels', pixels, 10 * samples * 64, 'pixels, 64 of each image');
  return {
    network,
    samples,
    pixels,
    parameters: { erm: unpack('erm'), mixup: unpack('mixup'), 'other-erm': unpack('other-erm') },
  };
}

const isBakedAttackNetworks = (file: object): file is BakedAttackNetworks =>
  ['network', 'scale', 'parameters', 'samples', 'pixels'].every((key) => key in file);

/**
 * Writes whole numbers as text: two bytes each, the lower first, in base 64.
 *
 * @param values each from -32,768 to 32,767
 * @throws RangeError if one is out of range
 */
export function packIntegers(values: ArrayLike<number>): string {
  expectWithin('values', values, -32_768, 32_767);
  let bytes = '';
  for (let k = 0; k < values.length; k += 1) {
    const value = (values[k] as number) & 0xffff;
    bytes += String.fromCharCode(value & 0xff, value >> 8);
  }
  return btoa(bytes);
}

/** Reads what {@link packIntegers} wrote. */
export function unpackIntegers(text: string): Int16Array {
  const bytes = atob(text);
  return Int16Array.from(
    { length: bytes.length / 2 },
    (_, k) => bytes.charCodeAt(2 * k) | (bytes.charCodeAt(2 * k + 1) << 8),
  );
}
