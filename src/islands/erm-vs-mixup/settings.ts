import type { PlaneSetName } from '../../core/data/plane-sets.ts';
import type { Activation } from '../../core/training/network.ts';
import type { PointEdit } from '../../parameters/point-edit.ts';

/** Everything that decides a run of the figure. */
export interface Settings {
  readonly data: PlaneSetName;
  /** Standard deviation of the data's noise, in units of the plane. */
  readonly noise: number;
  /** Share of training labels replaced by the other class. */
  readonly flipped: number;
  /** Strength of mixup. */
  readonly alpha: number;
  /** Units of each of the two hidden layers. */
  readonly width: number;
  readonly activation: Activation;
  readonly seed: number;
  /** What the reader changed in the training set. */
  readonly edits: readonly PointEdit[];
}

/** A named situation to start from. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  /** Its title in one or two words, for where there is little room. */
  readonly short: string;
  /** The seed whose errors are nearest the means over all seeds, of those baked. */
  readonly typicalSeed: number;
  readonly settings: Settings;
}

/** The settings as a sentence, for where no control shows them. */
export function inWords({ data, noise, flipped, edits, width, activation, alpha, seed }: Settings): string {
  const labels = flipped === 0 ? 'all labels right' : `${Math.round(100 * flipped)} % of the labels wrong`;
  const changed = edits.length === 0 ? '' : `, ${edits.length} examples changed`;
  const units = `${width} ${activation === 'relu' ? 'ReLU' : 'tanh'} units`;
  return `Two ${data}, noise ${noise.toFixed(2)}, ${labels}${changed}; networks with two layers of ${units}; mixup at α = ${Number(alpha.toPrecision(3))}; seed ${seed}.`;
}
