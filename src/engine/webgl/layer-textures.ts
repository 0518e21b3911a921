import type { Network } from '../../core/training/network.ts';
import type { Scope } from '../scope.ts';
import type { ShaderProgram } from './programs.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** Where one layer's values lie in its textures, in texels. */
export interface LayerPlace {
  /** Which of the two sets of textures: layers alternate, because a draw cannot read the texture that it writes. */
  readonly parity: 0 | 1;
  /** First column. */
  readonly x: number;
  /** Columns of one member. */
  readonly width: number;
}

/**
 * How the values of every layer (activations, or their gradients) of all members lie in textures.
 *
 * A set is four textures: row r of a batch is in texture `r & 3`, at row block `r >> 2`, and one texel holds four units.
 * So one fragment with four render targets computes four rows by four units. Members stand below one another; when a
 * texture would grow too high, `columns` of them stand side by side within each layer's range of columns.
 */
export interface ActivationLayout {
  readonly places: ReadonlyMap<number, LayerPlace>;
  /** Members side by side. */
  readonly columns: number;
  /** Blocks of four rows of one side. */
  readonly rowBlocks: number;
  /** 2 when second partners run through layers of their own, their rows below the first partners'; else 1. */
  readonly sides: 1 | 2;
  /** Texture size of each set for `members` members. */
  readonly size: readonly { readonly width: number; readonly height: number }[];
}

/** The numbers that decide an {@link ActivationLayout}. */
interface ActivationShape {
  readonly network: Network;
  /** Layers to store, 0 being the inputs and the last one the classes. */
  readonly layers: readonly number[];
  /** Extra texels at the end of each row of layer 0. */
  readonly extraTexels: number;
  readonly rows: number;
  readonly sides: 1 | 2;
  readonly members: number;
  readonly columns: number;
}

/** Lays out the values of some layers. */
export function activationLayout({
  network,
  layers,
  extraTexels,
  rows,
  sides,
  members,
  columns,
}: ActivationShape): ActivationLayout {
  const places = new Map<number, LayerPlace>();
  const widths = [0, 0];
  for (const layer of layers) {
    const parity = (layer & 1) as 0 | 1;
    const width = Math.ceil((network.sizes[layer] as number) / 4) + (layer === 0 ? extraTexels : 0);
    places.set(layer, { parity, x: widths[parity] as number, width });
    widths[parity] = (widths[parity] as number) + width * columns;
  }
  const rowBlocks = Math.ceil(rows / 4);
  const height = Math.ceil(members / columns) * rowBlocks * sides;
  return { places, columns, rowBlocks, sides, size: widths.map((width) => ({ width: Math.max(1, width), height })) };
}

/** How many members must stand side by side so that `members` of them stay within a texture's height; a power of two. */
export function columnsFor(members: number, rowsOfMember: number, maxTextureSize: number): number {
  let columns = 1;
  while (columns < members && Math.ceil(members / columns) * rowsOfMember > maxTextureSize) columns *= 2;
  return columns;
}

/** Where a layer stands; the layer must have been asked for. */
export function placeOf(layout: ActivationLayout, layer: number): LayerPlace {
  const place = layout.places.get(layer);
  if (!place) throw new RangeError(`layer: expected one of ${[...layout.places.keys()].join(', ')}, got ${layer}.`);
  return place;
}

/** The two sets of four textures that hold the values of an {@link ActivationLayout}. */
export type LayerTargets = readonly [RenderTarget, RenderTarget];

/** Allocates both sets. */
export function createLayerTargets(device: WebglDevice, { size }: ActivationLayout, scope: Scope): LayerTargets {
  const [even, odd] = size.map(({ width, height }) => scope.own(device.createTarget(4, width, height)));
  return [even as RenderTarget, odd as RenderTarget];
}

/** A draw that writes one layer of all members. */
export function layerPass(
  program: ShaderProgram,
  layout: ActivationLayout,
  targets: LayerTargets,
  layer: number,
  members: number,
  textures: Pass['textures'],
): Pass {
  const { parity, x, width } = placeOf(layout, layer);
  const target = targets[parity];
  return { program, target, x, width: width * Math.min(layout.columns, members), height: target.height, textures };
}

/** A draw that writes all of a target. */
export function wholePass(program: ShaderProgram, target: RenderTarget, textures: Pass['textures']): Pass {
  return { program, target, x: 0, width: target.width, height: target.height, textures };
}
