import type { Network } from '../../core/training/network.ts';
import { activationLayout, placeOf, type LayerPlace } from './activation-layout.ts';
import { compileFor } from './compile.ts';
import { createLayerTargets, layerPass } from './layer-targets.ts';
import type { ParameterLayout } from './parameter-layout.ts';
import type { Scope } from '../scope.ts';
import { backwardShader } from './shaders/backward-shader.ts';
import { forwardShader } from './shaders/forward-shader.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { PassShape } from './shaders/layer-input-source.ts';
import { outputShader } from './shaders/output-shader.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** Runs a chunk of points through the networks of all members. */
export interface PointPasses {
  /** Points of a chunk; a multiple of four. */
  readonly rows: number;
  /** The target and its columns that hold the result, `[members rows / 4, width]` texels in each of four textures. */
  readonly result: { readonly target: RenderTarget; readonly place: LayerPlace };
  /** Queues the draws for the points from `firstRow` on. */
  run(firstRow: number, textures: Pass['textures']): void;
}

/** What is asked of points: log-probabilities of the classes, or gradients of their loss for their inputs. */
export type PointResult = 'log-probabilities' | 'input gradients';

/** Most lines of a texture that a chunk fills: bounds its memory and the time of its draws. */
const chunkLines = 4096;

/** Points of a chunk: a power of two, so that few programs are compiled, but never more than are needed or fit. */
export function chunkRows(count: number, members: number, maxTextureSize: number): number {
  const most = Math.max(1, Math.floor(Math.min(chunkLines, maxTextureSize) / members));
  const power = Math.min(Math.floor(Math.log2(most)), Math.ceil(Math.log2(Math.max(1, count / 4))));
  return 4 * 2 ** power;
}

/** Compiles the programs for chunks of `rows` points and allocates what they need; `scope` owns it all. */
export async function createPointPasses(
  device: WebglDevice,
  network: Network,
  parameters: ParameterLayout,
  members: number,
  rows: number,
  kind: PointResult,
  scope: Scope,
): Promise<PointPasses> {
  const depth = network.sizes.length - 1;
  const layers = network.sizes.map((_, layer) => layer);
  const common = { network, extraTexels: 0, rows, sides: 1, members, columns: 1 } as const;
  const forGradients = kind === 'input gradients';
  const activations = activationLayout({ ...common, layers: layers.slice(1) });
  const deltas = activationLayout({ ...common, layers: forGradients ? layers : [] });
  const shape: PassShape = {
    activations,
    deltas,
    inputBlocks: Math.ceil((network.sizes[0] as number) / 4),
    dropout: false,
    hiddenMixing: false,
  };

  const activationTargets = createLayerTargets(device, activations, scope);
  const deltaTargets = forGradients ? createLayerTargets(device, deltas, scope) : activationTargets;
  const fixed = {
    activations0: activationTargets[0].textures,
    activations1: activationTargets[1].textures,
    deltas0: deltaTargets[0].textures,
    deltas1: deltaTargets[1].textures,
  };
  const passes: Pass[] = [];
  const toActivations = async (shader: FragmentShader, layer: number): Promise<void> => {
    const program = await compileFor(device, scope, shader);
    passes.push(layerPass(program, activations, activationTargets, layer, members, fixed));
  };
  const toDeltas = async (shader: FragmentShader, layer: number): Promise<void> => {
    const program = await compileFor(device, scope, shader);
    passes.push(layerPass(program, deltas, deltaTargets, layer, members, fixed));
  };
  for (let layer = 1; layer < depth; layer += 1) {
    await toActivations(forwardShader(network, parameters, shape, layer), layer);
  }
  if (forGradients) {
    await toDeltas(outputShader(network, parameters, shape, 'given labels'), depth);
    for (let layer = depth - 1; layer >= 0; layer -= 1) {
      await toDeltas(backwardShader(network, parameters, shape, layer), layer);
    }
  } else await toActivations(outputShader(network, parameters, shape, 'log-probabilities'), depth);

  const place = forGradients ? placeOf(deltas, 0) : placeOf(activations, depth);
  return {
    rows,
    result: { target: (forGradients ? deltaTargets : activationTargets)[place.parity], place },
    run(firstRow, textures) {
      for (const pass of passes) device.draw({ ...pass, textures: { ...fixed, ...textures } }, { firstRow });
    },
  };
}
