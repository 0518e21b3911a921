import { samplerNames, type Slot } from '../texture-units.ts';
import type { ActivationLayout } from '../layer-textures.ts';
import { fetchFour } from './fragment-shader.ts';
import { texelOf } from './place-source.ts';
import { tableEntry } from '../tables.ts';
import { hiddenLambda, planSource } from './plan-source.ts';

/** What the programs of one pass through the network share. */
export interface PassShape {
  readonly activations: ActivationLayout;
  readonly deltas: ActivationLayout;
  /** Texels of one example's inputs. */
  readonly inputBlocks: number;
  /** Examples a step trains on; undefined when points are evaluated: no noise, no mixing. */
  readonly batch?: number;
  /** Whether some member drops units. */
  readonly dropout: boolean;
  /** Whether some member mixes at a hidden layer. */
  readonly hiddenMixing: boolean;
}

/** The textures that hold a layer's activations. */
export function activationSlot(layer: number): Slot {
  return (layer & 1) === 0 ? 'activations0' : 'activations1';
}

/** The textures that hold the gradient of the loss for a layer's values before their activation. */
export function deltaSlot(layer: number): Slot {
  return (layer & 1) === 0 ? 'deltas0' : 'deltas1';
}

/** `mat4 blendRows(...)`: lambda first + (1 - lambda) second, for four rows. */
export const blendRows = `
mat4 blendRows(mat4 first, mat4 second, vec4 lambda) {
  vec4 rest = 1.0 - lambda;
  return mat4(
    lambda.x * first[0] + rest.x * second[0],
    lambda.y * first[1] + rest.y * second[1],
    lambda.z * first[2] + rest.z * second[2],
    lambda.w * first[3] + rest.w * second[3]);
}`;

/**
 * Four rows' notes, behind the last block of the inputs: both classes (first + classes * second), the labels' lambda, the hidden
 * values' lambda, the layer that the member mixes.
 *
 * @param row a line of first partners
 */
export function notesOf(shape: PassShape, row: string): string {
  return fetchFour('activations0', texelOf(shape.activations, 0, String(shape.inputBlocks), row));
}

/** One column of the notes of four rows: a GLSL `vec4`. */
export function noteColumn(notes: string, channel: 'x' | 'y' | 'z' | 'w'): string {
  return `vec4(${[0, 1, 2, 3].map((q) => `${notes}[${q}].${channel}`).join(', ')})`;
}

/**
 * How a program reads what enters a layer: `before` once, `read(block)` as a `mat4` of four rows. Where a member mixes
 * hidden values, the mixture is made here, from both partners' rows of the layer below.
 */
export function layerInput(
  shape: PassShape,
  layer: number,
): { before: string; read: (block: string) => string; functions: string[]; slots: Slot[] } {
  const below = layer - 1;
  const slot = activationSlot(below);
  if (shape.batch === undefined && below === 0) return pointInput(shape);
  const rows = (block: string, row: string): string => fetchFour(slot, texelOf(shape.activations, below, block, row));
  if (!shape.hiddenMixing || below === 0)
    return { before: '', read: (block) => rows(block, 'row'), functions: [], slots: [slot] };
  return {
    before: `
  bool mixesHere = mixingLayerOf(member) == ${below};
  vec4 lambda = mixesHere ? hiddenLambda(member, rowBlock) : vec4(1.0);`,
    read: (block) =>
      `(mixesHere ? blendRows(${rows(block, 'row')}, ${rows(block, `row + ${shape.activations.rowBlocks}`)}, lambda) : ${rows(block, 'row')})`,
    functions: [blendRows, tableEntry, planSource(shape.batch as number), hiddenLambda(shape.batch as number)],
    slots: [slot, 'plan'],
  };
}

/** Points to evaluate are the same for all members, so they are read from a table: one row after the other. */
function pointInput({ inputBlocks: blocks }: PassShape): ReturnType<typeof layerInput> {
  const [table] = samplerNames('inputs');
  return {
    before: `int point = (firstRow + 4 * rowBlock) * ${blocks};`,
    read: (block) =>
      `mat4(${[0, 1, 2, 3].map((q) => `tableTexel(${table}, point + ${q * blocks} + ${block})`).join(', ')})`,
    functions: [],
    slots: ['inputs'],
  };
}
