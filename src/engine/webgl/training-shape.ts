import type { Ensemble } from '../../core/ensemble.ts';
import { memberLimit, rowCount } from '../../core/ensemble.ts';
import { activationLayout, columnsFor } from './activation-layout.ts';
import { parameterLayout, type ParameterLayout } from './parameter-layout.ts';
import type { PassShape } from './shaders/layer-input-source.ts';
import { tableWidth } from './shaders/table-source.ts';

/** How a training ensemble lies in textures. */
export interface TrainingShape {
  readonly parameters: ParameterLayout;
  readonly pass: PassShape;
  readonly inputNoise: boolean;
}

/** Most bytes that the textures of one ensemble may take. */
export const byteLimit = 2 ** 30;

/**
 * Lays an ensemble out for a device. The layout, and so the text of its programs, does not depend on how many members
 * there are: any number of them runs the same programs.
 *
 * @throws RangeError when the device's textures cannot hold it
 */
export function trainingShape(ensemble: Ensemble, maxTextureSize: number): TrainingShape {
  const { network, members, batch } = ensemble;
  const parameters = parameterLayout(network);
  const hiddenMixing = members.some(({ policy }) => policy.layer > 0);
  const sides = hiddenMixing ? 2 : 1;
  const last = network.sizes.length - 1;
  const layers = network.sizes.map((_, layer) => layer);
  const common = { network, rows: batch, sides, members: members.length, columns: columnsFor(memberLimit, Math.ceil(batch / 4) * sides, maxTextureSize) } as const;
  const activations = activationLayout({ ...common, layers: layers.slice(0, last), extraTexels: 1 });
  const deltas = activationLayout({ ...common, layers: layers.slice(1), extraTexels: 0 });

  const inputBlocks = Math.ceil((network.sizes[0] as number) / 4);
  const tableRows = Math.ceil((rowCount(ensemble) * Math.max(inputBlocks, 64)) / tableWidth);
  const sizes = [...activations.size, ...deltas.size];
  const sides4 = [parameters.width, members.length * parameters.height, tableRows, ...sizes.flatMap(({ width, height }) => [width, height])];
  const largest = Math.max(...sides4);
  if (largest > maxTextureSize) {
    throw new RangeError(
      `ensemble: expected one whose textures are at most ${maxTextureSize} texels wide and high on this device, got ${largest} ` +
        `(${members.length} members of ${network.sizes.join('-')}, batch ${batch}, ${rowCount(ensemble)} rows).`,
    );
  }
  const bytes = 16 * (sizes.reduce((sum, { width, height }) => sum + 4 * width * height, 0) + 7 * parameters.width * members.length * parameters.height);
  if (bytes > byteLimit) {
    throw new RangeError(`ensemble: expected one that takes at most ${byteLimit / 2 ** 20} MiB of textures, got ${Math.ceil(bytes / 2 ** 20)} MiB; use fewer members or a smaller batch.`);
  }
  const dropout = members.some(({ policy }) => policy.dropout > 0) && last > 1;
  return { parameters, pass: { activations, deltas, inputBlocks, batch, dropout, hiddenMixing }, inputNoise: members.some(({ policy }) => policy.inputNoise > 0) };
}
