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
    uniforms: training ? ['int planStart'] : ['int firstRow'],
    outputs: 4,
    functions: [tableTexel, weightBlock, classesOf(classes), ...(training ? [memberSource] : []), ...input.functions],
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
  ${training ? `mat4 notes = ${notesOf(shape, 'row')}; vec4 policy = memberRecord(member, 1);` : ''}
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

function delta(q: number, all: readonly number[], output: Output, shape: PassShape, classes: number): string {
  const softmax = `${pick(all, (c) => `e${c}`)} / total`;
  if (output === 'given labels') {
    return `result[${q}] = ${softmax} - tableTexel(labels, (firstRow + 4 * rowBlock + ${q}) * ${all.length} + unitBlock);`;
  }
  return `
    float pair = notes[${q}].x;
    float second = floor(pair / 16.0);
    vec4 isFirst = vec4(equal(classesHere, vec4(pair - 16.0 * second)));
    vec4 isSecond = vec4(equal(classesHere, vec4(second)));
    vec4 label = notes[${q}].y * isFirst + (1.0 - notes[${q}].y) * isSecond;
    label = (1.0 - policy.z) * label + policy.z * vec4(classMask(unitBlock)) / ${classes}.0;
    result[${q}] = 4 * rowBlock + ${q} < ${shape.batch} ? ${softmax} - label : vec4(0.0);`;
}

function classesOf(classes: number): string {
  return `
bvec4 classMask(int block) { return lessThan(vec4(4 * block) + vec4(0.0, 1.0, 2.0, 3.0), vec4(${classes}.0)); }
float topOf(vec4 logits, int block) {
  vec4 masked = mix(vec4(-3.4e38), logits, classMask(block));
  return max(max(masked.x, masked.y), max(masked.z, masked.w));
}`;
}
