import { memberLimit, type Ensemble } from '../../core/training/ensemble.ts';
import { activationLayout, columnsFor } from './activation-layout.ts';
import { expectFits } from './device-limits.ts';
import { parameterLayout, type ParameterLayout } from './parameter-layout.ts';
import type { PassShape } from './shaders/layer-input-source.ts';

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
  const hiddenMixing = members.some(({ policy }) => policy.layer > 0);
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
