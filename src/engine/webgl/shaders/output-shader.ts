import type { Network } from '../../../core/training/network.ts';
import type { LayerBlocks, ParameterLayout } from '../member-states.ts';
import type { Slot } from '../texture-units.ts';
import { forFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { layerInput, notesOf, type PassShape } from './layer-input-source.ts';
import { memberSource } from '../member-records.ts';
import { biasOf, blockOf, findPlace, weightBlock } from './place-source.ts';
import { tableTexel } from '../tables.ts';

/**
 * What the last layer writes: in training, softmax minus the mixed label (the gradient of the cross-entropy for the
 * logits); of points, log-probabilities, or softmax minus given labels.
 */
type Output = 'mixed labels' | 'log-probabilities' | 'given labels';

/**
 * The last layer, softmax included. Each fragment needs all logits of its four rows, so it computes every block of
 * classes (at most three) and writes one.
 */
export function outputShader(
  network: Network,
  parameters: ParameterLayout,
  shape: PassShape,
  output: Output,
): FragmentShader {
  const layer = network.sizes.length - 1;
  const classes = network.sizes[layer] as number;
  const blocks = parameters.layers[layer - 1] as LayerBlocks;
  const input = layerInput(shape, layer);
  const all = Array.from({ length: blocks.outputBlocks }, (_, c) => c);
  const training = output === 'mixed labels';
  const own: Slot[] = training ? ['members', 'activations0'] : output === 'given labels' ? ['labels'] : [];
  return fragmentShader({
    slots: [...new Set([...input.slots, ...own, 'state'] as Slot[])],
    uniforms: training ? ['uint step'] : ['int firstRow'],
    outputs: 4,
    functions: [
      tableTexel,
      weightBlock(parameters),
      classesOf(classes),
      ...(training ? [memberSource] : []),
      ...input.functions,
    ],
    main: `
  ${findPlace(training || output === 'given labels' ? shape.deltas : shape.activations, layer)}
  ${shape.hiddenMixing ? `if (side == 1) { ${writeFour('mat4(0.0)')} return; }` : ''}
  ${input.before}
  ${all.map((c) => `vec4 bias${c} = ${biasOf(blocks, String(c))}; mat4 z${c} = mat4(bias${c}, bias${c}, bias${c}, bias${c});`).join('\n  ')}
  for (int k = 0; k < ${blocks.inputBlocks}; k++) {
    mat4 x = ${input.read('k')};
    ${all.map((c) => `z${c} += weightBlock(member, ${blockOf(blocks, 'k', String(c))}) * x;`).join('\n    ')}
  }
  mat4 result;
  ${training ? `mat4 notes = ${notesOf(shape, 'row')}; vec4 policy = policyOf(member);` : ''}
  vec4 classesHere = vec4(4 * unitBlock) + vec4(0.0, 1.0, 2.0, 3.0);
  ${forFour((q) => `{ ${rowResult(q, all, output, shape, classes)} }`)}
  ${writeFour('result')}`,
  });
}

const pick = (all: readonly number[], of: (c: number) => string): string =>
  all.slice(0, -1).reduceRight((rest, c) => `(unitBlock == ${c} ? ${of(c)} : ${rest})`, of(all.length - 1));

/** Softmax of one row, and what the output makes of it. */
function rowResult(q: number, all: readonly number[], output: Output, shape: PassShape, classes: number): string {
  const result =
    output === 'log-probabilities'
      ? `result[${q}] = ${pick(all, (c) => `z${c}[${q}]`)} - top - log(total);`
      : delta(q, all, output, shape, classes);
  return `
    float top = -3.4e38;
    ${all.map((c) => `top = max(top, topOf(z${c}[${q}], ${c}));`).join(' ')}
    float total = 0.0;
    ${all.map((c) => `vec4 e${c} = mix(vec4(0.0), exp(z${c}[${q}] - top), classMask(${c})); total += dot(e${c}, vec4(1.0));`).join('\n    ')}
    ${result}`;
}

/**
 * Softmax minus label, written as (e_k sum_{j != k} y_j - y_k sum_{j != k} e_j) / sum e. That has no difference of nearly equal numbers
 * where the network is almost right: there softmax minus label in float32 would keep few correct digits, or only a wrong sign.
 */
function delta(q: number, all: readonly number[], output: Output, shape: PassShape, classes: number): string {
  const own = pick(all, (c) => `e${c}`);
  const others = all.map((c) => `(unitBlock == ${c} ? 0.0 : dot(e${c}, vec4(1.0)))`).join(' + ');
  const label =
    output === 'given labels'
      ? `
    int labelsAt = (firstRow + 4 * rowBlock + ${q}) * ${all.length};
    vec4 label = tableTexel(labels, labelsAt + unitBlock);
    vec4 otherLabels = othersOf(label) + ${all.map((c) => `(unitBlock == ${c} ? 0.0 : dot(tableTexel(labels, labelsAt + ${c}), vec4(1.0)))`).join(' + ')};`
      : `
    float pair = notes[${q}].x;
    float second = floor((pair + 0.5) / ${classes}.0);
    vec4 isFirst = vec4(equal(classesHere, vec4(pair - ${classes}.0 * second)));
    vec4 isSecond = vec4(equal(classesHere, vec4(second)));
    float lambda = notes[${q}].y;
    vec4 spread = policy.z * vec4(classMask(unitBlock)) / ${classes}.0;
    vec4 label = (1.0 - policy.z) * (lambda * isFirst + (1.0 - lambda) * isSecond) + spread;
    vec4 otherLabels = (1.0 - policy.z) * (lambda * (1.0 - isFirst) + (1.0 - lambda) * (1.0 - isSecond)) + ${classes - 1}.0 * spread;`;
  const result = `(own * otherLabels - label * otherPowers) / total`;
  return `${label}
    vec4 own = ${own};
    vec4 otherPowers = othersOf(own) + ${others};
    result[${q}] = ${output === 'given labels' ? result : `4 * rowBlock + ${q} < ${shape.batch} ? ${result} : vec4(0.0)`};`;
}

function classesOf(classes: number): string {
  return `
vec4 othersOf(vec4 values) {
  return vec4(values.y + values.z + values.w, values.x + values.z + values.w, values.x + values.y + values.w, values.x + values.y + values.z);
}
bvec4 classMask(int block) { return lessThan(vec4(4 * block) + vec4(0.0, 1.0, 2.0, 3.0), vec4(${classes}.0)); }
float topOf(vec4 logits, int block) {
  vec4 masked = mix(vec4(-3.4e38), logits, classMask(block));
  return max(max(masked.x, masked.y), max(masked.z, masked.w));
}`;
}
