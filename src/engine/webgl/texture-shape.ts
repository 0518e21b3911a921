import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { hiddenMixingLayer, maskOf } from '../../core/training/policy.ts';
import { activationLayout, columnsFor } from './layer-textures.ts';
import { parameterLayout, type ParameterLayout } from './member-states.ts';
import type { PassShape } from './shaders/layer-input-source.ts';
import { tableHeight } from './tables.ts';

/** The most members that one draw computes: enough to fill a graphics processor. The others take turns. */
const mostAtOnce = 256;

/** Most bytes of what a step only needs while it runs; if it is more, fewer members are computed at once. */
const stepByteLimit = 2 ** 28;

/** Most bytes that the textures of one ensemble may take: phones share 2 GB or more with everything else. */
const byteLimit = 2 ** 30;

/** Programs compute indices from float32 numbers, which are whole up to here. */
const indexLimit = 2 ** 24;

/** How a training ensemble lies in textures. */
export interface TextureShape {
  readonly parameters: ParameterLayout;
  readonly pass: PassShape;
  readonly inputNoise: boolean;
  /** Whether some member cuts pictures. */
  readonly cuts: boolean;
  /** Members that are computed at once, a chunk. All chunks have so many places; the last may have some to spare. */
  readonly chunk: number;
  readonly chunks: number;
}

/**
 * Lays an ensemble out for a device. The layout, and so the text of its programs, does not depend on how many members
 * there are: few or many, they run the same programs.
 *
 * @param planNumbers how many numbers the table of its plan has
 * @throws RangeError when the device's textures cannot hold it
 */
export function textureShape(ensemble: Ensemble, planNumbers: number, maxTextureSize: number): TextureShape {
  const { members } = ensemble;
  const fits = (chunk: number): boolean => {
    const { pass, parameters } = shapeOfChunk(ensemble, chunk, maxTextureSize);
    const sizes = [...texturesOfStep(pass), { width: 0, height: chunk * parameters.height }];
    return (
      sizes.every(({ height, width }) => height <= maxTextureSize && width <= maxTextureSize) &&
      bytesOfStep(pass, parameters, chunk) <= stepByteLimit
    );
  };
  let most = Math.min(members.length, mostAtOnce);
  while (most > 1 && !fits(most)) most = Math.ceil(most / 2);
  const chunks = Math.ceil(members.length / most);
  const chunk = Math.ceil(members.length / chunks);
  const shape = { ...shapeOfChunk(ensemble, chunk, maxTextureSize), chunk, chunks };
  expectFits(ensemble, shape, planNumbers, maxTextureSize);
  return shape;
}

function shapeOfChunk(
  { network, members, batch }: Ensemble,
  chunk: number,
  maxTextureSize: number,
): Omit<TextureShape, 'chunk' | 'chunks'> {
  const parameters = parameterLayout(network);
  const hiddenMixing = members.some(({ policy }) => hiddenMixingLayer(policy) > 0);
  const sides = hiddenMixing ? 2 : 1;
  const last = network.sizes.length - 1;
  const layers = network.sizes.map((_, layer) => layer);
  const common = {
    network,
    rows: batch,
    sides,
    members: chunk,
    columns: columnsFor(mostAtOnce, Math.ceil(batch / 4) * sides, maxTextureSize),
  } as const;
  const activations = activationLayout({ ...common, layers: layers.slice(0, last), extraTexels: 1 });
  const deltas = activationLayout({ ...common, layers: layers.slice(1), extraTexels: 0 });
  const inputBlocks = Math.ceil((network.sizes[0] as number) / 4);
  const dropout = members.some(({ policy }) => policy.dropout > 0) && last > 1;
  return {
    parameters,
    pass: { activations, deltas, inputBlocks, batch, dropout, hiddenMixing },
    inputNoise: members.some(({ policy }) => policy.inputNoise > 0),
    cuts: members.some(({ policy }) => maskOf(policy) !== undefined),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const area = ({ width, height }: Size): number => width * height;

/** Sizes of the textures that hold layers' values. */
const texturesOfStep = ({ activations, deltas }: PassShape): Size[] => [...activations.size, ...deltas.size];

/** Bytes of layers' values, four textures each, and of the gradient, which has the texels of one texture of a state. */
function bytesOfStep(pass: PassShape, { width, height }: ParameterLayout, chunk: number): number {
  return 16 * (4 * texturesOfStep(pass).reduce((sum, size) => sum + area(size), 0) + width * height * chunk);
}

/**
 * Expects that a device's textures can hold an ensemble, before anything is allocated.
 *
 * @throws RangeError that says what is too large
 */
function expectFits(
  ensemble: Ensemble,
  { parameters, pass, chunk, chunks }: TextureShape,
  planNumbers: number,
  maxTextureSize: number,
): void {
  const { network, members, batch } = ensemble;
  const rows = rowCount(ensemble);
  const what = `${members.length} members of ${network.sizes.join('-')}, batch ${batch}, ${rows} rows`;
  const labels = new Set(members.map((member) => member.labels)).size * rows;
  if (Math.max(labels, rows, planNumbers) > indexLimit) {
    throw new RangeError(
      `ensemble: expected at most ${indexLimit} training labels of all members, and as many rows and partners, got ${labels} and ${planNumbers} (${what}).`,
    );
  }
  const state = { width: parameters.width, height: chunk * parameters.height };
  const tables = [rows * pass.inputBlocks, Math.ceil(labels / 4), Math.ceil(planNumbers / 4)];
  const largest = Math.max(
    ...[...texturesOfStep(pass), state].flatMap(({ width, height }) => [width, height]),
    ...tables.map(tableHeight),
  );
  if (largest > maxTextureSize) {
    throw new RangeError(
      `ensemble: expected one whose textures are at most ${maxTextureSize} texels wide and high on this device, got ${largest} (${what}).`,
    );
  }
  // Weights and two moments of every chunk, and once more for the next to be written.
  const bytes =
    bytesOfStep(pass, parameters, chunk) +
    16 * (3 * (chunks + 1) * area(state) + tables.reduce((sum, texels) => sum + texels, 0));
  const mebibytes = Math.ceil(bytes / 2 ** 20);
  if (mebibytes > byteLimit / 2 ** 20) {
    throw new RangeError(
      `ensemble: expected one that takes at most ${byteLimit / 2 ** 20} MiB of textures, got ${mebibytes} MiB (${what}).`,
    );
  }
}
