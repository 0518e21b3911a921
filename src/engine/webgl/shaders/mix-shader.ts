import { normalQuantileCount } from '../../../core/random/normal-quantiles.ts';
import { partnerPools } from '../../../core/training/member-plan.ts';
import { memberSource } from '../member-records.ts';
import { tableEntry, tableTexel } from '../tables.ts';
import type { TextureShape } from '../texture-shape.ts';
import type { Slot } from '../texture-units.ts';
import { forFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { blendRows, type PassShape } from './layer-input-source.ts';
import { findPlace } from './place-source.ts';
import { planSource } from './plan-source.ts';
import { unitHash, unitIndexSource } from './unit-source.ts';

/**
 * The inputs of one step for all members: `lambda x_i + (1 - lambda) x_j`, or pixels of one and of the other, plus noise; behind them each
 * row's notes (see `notesOf`). A member that mixes at a hidden layer gets x_i in the first partners' rows and x_j in the second's. Each fragment
 * draws its four examples itself.
 */
export function mixShader(
  shape: PassShape,
  sizes: readonly number[],
  { inputNoise, cuts }: Pick<TextureShape, 'inputNoise' | 'cuts'>,
): FragmentShader {
  const { inputBlocks } = shape;
  const batch = shape.batch as number;
  const slots: Slot[] = ['plan', 'members', 'inputs', 'labels'];
  if (inputNoise) slots.push('quantiles');
  return fragmentShader({
    slots,
    uniforms: ['uint step'],
    outputs: 4,
    functions: [
      tableTexel,
      tableEntry,
      memberSource,
      planSource(batch, cuts),
      blendRows,
      rowsOf(inputBlocks),
      ...(inputNoise ? [unitHash, gaussian(sizes[0] as number)] : []),
    ],
    main: `
  ${findPlace(shape.activations, 0)}
  vec4 policy = policyOf(member);
  MemberPlan own = planOf(member);
  bool apart = mixingLayerOf(member) > 0;
  bool mixes = policy.x > 0.0 && own.pool != ${partnerPools.self}u;
  bool takesNotes = unitBlock == ${inputBlocks};
  ivec4 first = ivec4(0);
  ivec4 second = ivec4(0);
  vec4 lambda = vec4(1.0);
  if (side == 0 || apart) {
    for (int q = 0; q < 4; q++) {
      bvec4 here = equal(ivec4(q), ivec4(0, 1, 2, 3));
      uint example = uint(min(4 * rowBlock + q, ${batch - 1}));
      uint place = placeAt(own, step * ${batch}u + example);
      first += int(rowAt(own, place)) * ivec4(here);
      if (mixes || takesNotes) {
        second += int(secondRow(own, step, example, place)) * ivec4(here);
        lambda = mix(lambda, vec4(lambdaAt(own, step, example)), here);
      }
    }
  }
  mat4 result;
  if (takesNotes) {
    int labelsAt = int(scalesOf(member).y);
    ${forFour((q) => noteOf(q, sizes.at(-1) as number))}
  } else {
    if (side == 1 && !apart) result = mat4(0.0);
    else if (side == 1) result = rowsOf(second, unitBlock);
    else if (apart || !mixes) result = rowsOf(first, unitBlock);
    ${cuts ? cutRows(batch) : ''}
    else result = blendRows(rowsOf(first, unitBlock), rowsOf(second, unitBlock), lambda);
    ${inputNoise ? addNoise(batch) : ''}
  }
  ${writeFour('result')}`,
  });
}

/** Four rows of which each has the second partner's pixels where its picture is cut; whole ones in steps that do not mix. */
function cutRows(batch: number): string {
  const row = (q: number): string =>
    `result[${q}] = mix(result[${q}], others[${q}], cutAt(own, step, uint(min(4 * rowBlock + ${q}, ${batch - 1})), uint(4 * unitBlock)));`;
  return `else if (own.maskAt > 0u) {
      result = rowsOf(first, unitBlock);
      mat4 others = rowsOf(second, unitBlock);
      if (mixesAt(own, step)) { ${forFour(row)} }
    }`;
}

function rowsOf(inputBlocks: number): string {
  const row = (channel: string): string => `tableTexel(inputs, rows.${channel} * ${inputBlocks} + block)`;
  return `mat4 rowsOf(ivec4 rows, int block) { return mat4(${['x', 'y', 'z', 'w'].map(row).join(', ')}); }`;
}

function noteOf(q: number, classes: number): string {
  return `result[${q}] = vec4(
      tableEntry(labels, labelsAt + first[${q}]) + ${classes}.0 * tableEntry(labels, labelsAt + second[${q}]),
      policy.y > 0.0 ? lambda[${q}] : 1.0,
      policy.x > 0.0 ? lambda[${q}] : 1.0,
      mixingLayerOf(member));`;
}

function addNoise(batch: number): string {
  return `
    if (policy.w > 0.0) {
      uint key = noiseKeyOf(member);
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
