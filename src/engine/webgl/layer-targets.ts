import { placeOf, type ActivationLayout } from './activation-layout.ts';
import type { Scope } from '../scope.ts';
import type { ShaderProgram } from './shader-program.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

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
