import type { Network } from '../../core/training/network.ts';
import { Pace, pieceMs } from '../pace.ts';
import { createScope, type Scope } from '../scope.ts';
import { activationLayout, createLayerTargets, layerPass, placeOf, type LayerPlace } from './layer-textures.ts';
import type { ParameterLayout } from './member-states.ts';
import { compileFor } from './program-cache.ts';
import { startReadBack } from './read-back.ts';
import { backwardShader } from './shaders/backward-shader.ts';
import { forwardShader } from './shaders/forward-shader.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { PassShape } from './shaders/layer-input-source.ts';
import { outputShader } from './shaders/output-shader.ts';
import { createTable, padToTexels, tableWidth } from './tables.ts';
import type { DataTexture, Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** How many lists of points stay uploaded: a grid, training and test examples, and one more. */
const keptPoints = 4;

/** Computes something for points, for all members of an ensemble. */
interface PointResults {
  /**
   * @param points `[count, inputs]`
   * @param labels `[count, classes]`, for input gradients
   * @returns `[members, count, classes or inputs]`
   */
  compute(kind: PointResult, points: Float32Array, state: RenderTarget, labels?: Float32Array): Promise<Float32Array>;
}

/** Prepares nothing yet: programs and textures are made for the sizes asked for, and kept until `scope` ends. */
export function createPointResults(
  device: WebglDevice,
  network: Network,
  parameters: ParameterLayout,
  members: number,
  scope: Scope,
): PointResults {
  const inputs = network.sizes[0] as number;
  const classes = network.sizes.at(-1) as number;
  const known = new Map<string, PointPasses>();
  const tables = new Map<Float32Array, DataTexture>();
  const pace = new Pace({ milliseconds: pieceMs(device.software) });
  scope.defer(() => tables.forEach((table) => table.dispose()));

  const tableOf = (points: Float32Array): DataTexture => {
    const table = tables.get(points) ?? createTable(device, padToTexels(points, inputs));
    tables.delete(points);
    tables.set(points, table);
    const [oldest] = tables.keys();
    if (tables.size > keptPoints && oldest) {
      tables.get(oldest)?.dispose();
      tables.delete(oldest);
    }
    return table;
  };
  const passesFor = async (kind: PointResult, rows: number): Promise<PointPasses> => {
    const key = `${kind} ${rows}`;
    const made = known.get(key);
    if (made) return made;
    // A scope of its own, so that passes that could not be made hold nothing until the ensemble ends.
    const own = createScope();
    try {
      const passes = await createPointPasses(device, network, parameters, members, rows, kind, own);
      scope.own(own);
      known.set(key, passes);
      return passes;
    } catch (error) {
      own.dispose();
      throw error;
    }
  };

  return {
    async compute(kind, points, state, labels) {
      const count = points.length / inputs;
      const most = Math.floor((tableWidth * device.maxTextureSize) / Math.ceil(Math.max(inputs, classes) / 4));
      if (count > most) throw new RangeError(`points: expected at most ${most} points on this device, got ${count}.`);
      const passes = await passesFor(kind, chunkRows(count, members, device.maxTextureSize));
      const { rows, result } = passes;
      const { target, place } = result;
      const chunks = Math.ceil(count / rows);
      const call = createScope();
      try {
        const labelTable = labels && call.own(createTable(device, padToTexels(labels, classes)));
        const textures: Pass['textures'] = {
          inputs: [tableOf(points).texture],
          state: state.textures,
          labels: labelTable ? [labelTable.texture] : [],
        };
        const readBack = call.own(startReadBack(device));
        for (let chunk = 0; chunk < chunks;) {
          const start = performance.now();
          const size = pace.next(chunks - chunk);
          const end = chunk + size.steps;
          for (; chunk < end; chunk += 1) {
            passes.run(chunk * rows, textures);
            readBack.copy(target, place.x, place.width, target.height);
          }
          if (chunk < chunks) await pace.queued(size, start, device.fences.passed(pace.expectedMs(size)));
        }
        const numbers = await readBack.read();
        await pace.drain();
        return gather(numbers, {
          members,
          count,
          rows,
          blocks: place.width,
          values: kind === 'log-probabilities' ? classes : inputs,
        });
      } catch (error) {
        pace.abandon();
        throw error;
      } finally {
        call.dispose();
      }
    },
  };
}

/** Puts chunks of `[4 textures, members, rows / 4, blocks, 4]` in order: `[members, count, values]`. */
function gather(
  numbers: Float32Array,
  size: { members: number; count: number; rows: number; blocks: number; values: number },
): Float32Array {
  const { members, count, rows, blocks, values } = size;
  const result = new Float32Array(members * count * values);
  const rowNumbers = blocks * 4;
  const memberNumbers = (rows / 4) * rowNumbers;
  const textureNumbers = members * memberNumbers;
  for (let s = 0; s < members; s += 1) {
    for (let r = 0; r < count; r += 1) {
      const row = r % rows;
      const texture = ((r - row) / rows) * 4 + (row & 3);
      const from = texture * textureNumbers + s * memberNumbers + (row >> 2) * rowNumbers;
      const to = (s * count + r) * values;
      for (let k = 0; k < values; k += 1) result[to + k] = numbers[from + k] as number;
    }
  }
  return result;
}

/** Runs a chunk of points through the networks of all members. */
interface PointPasses {
  /** Points of a chunk; a multiple of four. */
  readonly rows: number;
  /** The target and its columns that hold the result, `[members rows / 4, width]` texels in each of four textures. */
  readonly result: { readonly target: RenderTarget; readonly place: LayerPlace };
  /** Queues the draws for the points from `firstRow` on. */
  run(firstRow: number, textures: Pass['textures']): void;
}

/** What is asked of points: log-probabilities of the classes, or gradients of their loss for their inputs. */
type PointResult = 'log-probabilities' | 'input gradients';

/** Most lines of a texture that a chunk fills: bounds its memory and the time of its draws. */
const chunkLines = 4096;

/** Points of a chunk: a power of two, so that few programs are compiled, but never more than are needed or fit. */
function chunkRows(count: number, members: number, maxTextureSize: number): number {
  const most = Math.max(1, Math.floor(Math.min(chunkLines, maxTextureSize) / members));
  const power = Math.min(Math.floor(Math.log2(most)), Math.ceil(Math.log2(Math.max(1, count / 4))));
  return 4 * 2 ** power;
}

/** Compiles the programs for chunks of `rows` points and allocates what they need; `scope` owns it all. */
async function createPointPasses(
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
  const toActivations = async (shader: FragmentShader, layer: number): Promise<Pass> =>
    layerPass(await compileFor(device, scope, shader), activations, activationTargets, layer, members, fixed);
  const toDeltas = async (shader: FragmentShader, layer: number): Promise<Pass> =>
    layerPass(await compileFor(device, scope, shader), deltas, deltaTargets, layer, members, fixed);
  const hidden = layers.slice(1, depth);
  // All programs are started before any is waited for.
  const passes = await Promise.all([
    ...hidden.map((layer) => toActivations(forwardShader(network, parameters, shape, layer), layer)),
    ...(forGradients
      ? [
          toDeltas(outputShader(network, parameters, shape, 'given labels'), depth),
          ...[...[...hidden].reverse(), 0].map((layer) =>
            toDeltas(backwardShader(network, parameters, shape, layer), layer),
          ),
        ]
      : [toActivations(outputShader(network, parameters, shape, 'log-probabilities'), depth)]),
  ]);

  const place = forGradients ? placeOf(deltas, 0) : placeOf(activations, depth);
  return {
    rows,
    result: { target: (forGradients ? deltaTargets : activationTargets)[place.parity], place },
    run(firstRow, textures) {
      for (const pass of passes) device.draw({ ...pass, textures: { ...fixed, ...textures } }, { firstRow });
    },
  };
}
