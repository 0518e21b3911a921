import type { Network } from '../../core/training/network.ts';
import type { ParameterLayout } from './parameter-layout.ts';
import { createPacer } from './pacer.ts';
import { chunkRows, createPointPasses, type PointPasses, type PointResult } from './point-passes.ts';
import { startReadBack } from './read-back.ts';
import { createScope, type Scope } from '../scope.ts';
import { tableWidth } from './shaders/table-source.ts';
import { createTable, padToTexels } from './table.ts';
import type { DataTexture, Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** How many lists of points stay uploaded: a grid, training and test examples, and one more. */
const keptPoints = 4;

/** Computes something for points, for all members of an ensemble. */
export interface PointResults {
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
  const pacer = createPacer(device);
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
          const end = Math.min(chunks, chunk + pacer.size);
          const pieces = end - chunk;
          for (; chunk < end; chunk += 1) {
            passes.run(chunk * rows, textures);
            readBack.copy(target, place.x, place.width, target.height);
          }
          if (chunk < chunks) await pacer.queued(pieces, start);
        }
        const numbers = await readBack.read();
        await pacer.drain();
        return gather(numbers, {
          members,
          count,
          rows,
          blocks: place.width,
          values: kind === 'log-probabilities' ? classes : inputs,
        });
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
