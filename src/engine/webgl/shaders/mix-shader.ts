import { normalQuantileCount } from '../../../core/random/noise.ts';
import type { Slot } from '../texture-units.ts';
import { forFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { blendRows, type PassShape } from './layer-input-source.ts';
import { memberSource } from '../member-records.ts';
import { unitHash, unitIndexSource } from './unit-source.ts';
import { findPlace } from './place-source.ts';
import { tableEntry, tableTexel } from '../tables.ts';

/**
 * The inputs of one step for all members: `lambda x_i + (1 - lambda) x_j`, plus noise; behind them each row's notes (see
 * `notesOf`). A member that mixes at a hidden layer gets x_i in the first partners' rows and x_j in the second's.
 */
export function mixShader(shape: PassShape, inputs: number, inputNoise: boolean): FragmentShader {
  const { inputBlocks } = shape;
  const slots: Slot[] = ['plan', 'members', 'inputs', 'labels'];
  if (inputNoise) slots.push('quantiles');
  return fragmentShader({
    slots,
    uniforms: ['int planStart', ...(inputNoise ? ['uint step'] : [])],
    outputs: 4,
    functions: [
      tableTexel,
      tableEntry,
      memberSource,
      blendRows,
      rowsOf(inputBlocks),
      ...(inputNoise ? [unitHash, gaussian(inputs)] : []),
    ],
    main: `
  ${findPlace(shape.activations, 0)}
  vec4 streams = memberRecord(member, 0);
  vec4 policy = memberRecord(member, 1);
  ivec3 at = ivec3(streams.xyz) + planStart + rowBlock;
  vec4 first = tableTexel(plan, at.x);
  vec4 second = tableTexel(plan, at.y);
  vec4 lambda = tableTexel(plan, at.z);
  mat4 result;
  if (unitBlock == ${inputBlocks}) {
    int labelsAt = int(memberRecord(member, 3).y);
    ${forFour((q) => noteOf(q))}
  } else {
    bool apart = streams.w > 0.0;
    if (side == 1 && !apart) result = mat4(0.0);
    else if (side == 1) result = rowsOf(second, unitBlock);
    else if (apart || policy.x == 0.0) result = rowsOf(first, unitBlock);
    else result = blendRows(rowsOf(first, unitBlock), rowsOf(second, unitBlock), lambda);
    ${inputNoise ? addNoise(shape.batch as number) : ''}
  }
  ${writeFour('result')}`,
  });
}

function rowsOf(inputBlocks: number): string {
  const row = (channel: string): string => `tableTexel(inputs, int(rows.${channel}) * ${inputBlocks} + block)`;
  return `mat4 rowsOf(vec4 rows, int block) { return mat4(${['x', 'y', 'z', 'w'].map(row).join(', ')}); }`;
}

function noteOf(q: number): string {
  return `result[${q}] = vec4(
      tableEntry(labels, labelsAt + int(first[${q}])) + 16.0 * tableEntry(labels, labelsAt + int(second[${q}])),
      policy.y > 0.0 ? lambda[${q}] : 1.0,
      policy.x > 0.0 ? lambda[${q}] : 1.0,
      streams.w);`;
}

function addNoise(batch: number): string {
  return `
    if (policy.w > 0.0) {
      uint key = wordOf(memberRecord(member, 2).xy);
      int example = side * ${batch} + 4 * rowBlock;
      ${forFour((q) => `result[${q}] += policy.w * gaussian(key, step, ${unitIndexSource(batch, 0, `example + ${q}`, 'unitBlock')}, unitBlock);`)}
    }`;
}

/** Four normal deviates; none for the unused channels of the last block, which must stay zero. */
function gaussian(inputs: number): string {
  const bits = 32 - Math.log2(normalQuantileCount);
  const unit = (k: number): string =>
    `4 * block + ${k} < ${inputs} ? tableEntry(quantiles, int(unitHash(key, step, unit + ${k}u) >> ${bits}u)) : 0.0`;
  return `vec4 gaussian(uint key, uint step, uint unit, int block) { return vec4(${[0, 1, 2, 3].map(unit).join(', ')}); }`;
}
