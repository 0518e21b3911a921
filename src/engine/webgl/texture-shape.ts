import { memberLimit, rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { activationLayout, columnsFor } from './layer-textures.ts';
import { parameterLayout, type ParameterLayout } from './member-states.ts';
import type { PassShape } from './shaders/layer-input-source.ts';
import { tableHeight } from './tables.ts';

/** Most bytes that the textures of one ensemble may take: phones share 2 GB or more with everything else. */
const byteLimit = 2 ** 30;

/** Programs compute indices from float32 numbers, which are whole up to here. */
const indexLimit = 2 ** 24;

/** How a training ensemble lies in textures. */
export interface TextureShape {
  readonly parameters: ParameterLayout;
  readonly pass: PassShape;
  readonly inputNoise: boolean;
}

/**
 * Lays an ensemble out for a device. The layout, and so the text of its programs, does not depend on how many members
 * there are: any number of them runs the same programs.
 *
 * @throws RangeError when the device's textures cannot hold it
 */
export function textureShape(ensemble: Ensemble, maxTextureSize: number): TextureShape {
  const { network, members, batch } = ensemble;
  const parameters = parameterLayout(network);
  const hiddenMixing = members.some(({ policy }) => hiddenMixingLayer(policy) > 0);
  const sides = hiddenMixing ? 2 : 1;
  const last = network.sizes.length - 1;
  const layers = network.sizes.map((_, layer) => layer);
  const common = {
    network,
    rows: batch,
    sides,
    members: members.length,
    columns: columnsFor(memberLimit, Math.ceil(batch / 4) * sides, maxTextureSize),
  } as const;
  const activations = activationLayout({ ...common, layers: layers.slice(0, last), extraTexels: 1 });
  const deltas = activationLayout({ ...common, layers: layers.slice(1), extraTexels: 0 });

  const inputBlocks = Math.ceil((network.sizes[0] as number) / 4);
  const dropout = members.some(({ policy }) => policy.dropout > 0) && last > 1;
  const shape = {
    parameters,
    pass: { activations, deltas, inputBlocks, batch, dropout, hiddenMixing },
    inputNoise: members.some(({ policy }) => policy.inputNoise > 0),
  };
  expectFits(ensemble, shape, maxTextureSize);
  return shape;
}

/**
 * Expects that a device's textures can hold an ensemble, before anything is allocated.
 *
 * @throws RangeError that says what is too large
 */
function expectFits(ensemble: Ensemble, { parameters, pass }: TextureShape, maxTextureSize: number): void {
  const { network, members, batch } = ensemble;
  const rows = rowCount(ensemble);
  const what = `${members.length} members of ${network.sizes.join('-')}, batch ${batch}, ${rows} rows`;
  const labels = new Set(members.map((member) => member.labels)).size * rows;
  if (labels > indexLimit || rows > indexLimit) {
    throw new RangeError(
      `ensemble: expected at most ${indexLimit} training labels of all members, got ${labels} (${what}).`,
    );
  }
  const layers = [...pass.activations.size, ...pass.deltas.size];
  const state = { width: parameters.width, height: members.length * parameters.height };
  const tables = [rows * pass.inputBlocks, Math.ceil(labels / 4)].map(tableHeight);
  const largest = Math.max(...[...layers, state].flatMap(({ width, height }) => [width, height]), ...tables);
  if (largest > maxTextureSize) {
    throw new RangeError(
      `ensemble: expected one whose textures are at most ${maxTextureSize} texels wide and high on this device, got ${largest} (${what}).`,
    );
  }
  const area = ({ width, height }: { readonly width: number; readonly height: number }): number => width * height;
  // Four textures for each set of layers; three for each of two states; the gradient has one state's texels.
  const texels = layers.reduce((sum, size) => sum + 4 * area(size), 0) + 7 * area(state);
  const mebibytes = Math.ceil((16 * texels) / 2 ** 20);
  if (mebibytes > byteLimit / 2 ** 20) {
    throw new RangeError(
      `ensemble: expected one that takes at most ${byteLimit / 2 ** 20} MiB of textures, got ${mebibytes} MiB (${what}).`,
    );
  }
}
