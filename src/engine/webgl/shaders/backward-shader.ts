import type { Network } from '../../../core/training/network.ts';
import type { LayerBlocks, ParameterLayout } from '../member-states.ts';
import type { Slot } from '../texture-units.ts';
import { keptUnits, slopeSource, unitHash, unitIndexSource } from './unit-source.ts';
import { fetchFour, forFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { activationSlot, deltaSlot, type PassShape } from './layer-input-source.ts';
import { memberSource } from '../member-records.ts';
import { blockOf, findPlace, texelOf, weightBlock } from './place-source.ts';
import { tableEntry, tableTexel } from '../tables.ts';
import { hiddenLambda, planSource } from './plan-source.ts';

/**
 * Back-propagation to layer `layer`: `(W^T delta above) f'(values)`, four rows by four units a fragment; for layer 0,
 * the inputs, without the last factor. Below a layer at which hidden values were mixed, both partners' rows go on with
 * their share, lambda and 1 - lambda.
 */
export function backwardShader(
  network: Network,
  parameters: ParameterLayout,
  shape: PassShape,
  layer: number,
): FragmentShader {
  const blocks = parameters.layers[layer] as LayerBlocks;
  const training = shape.batch !== undefined;
  const slots: Slot[] = [deltaSlot(layer + 1), 'state'];
  if (layer > 0) slots.push(activationSlot(layer));
  if (training) slots.push('members');
  if (shape.hiddenMixing) slots.push('plan');
  return fragmentShader({
    slots: [...new Set(slots)],
    uniforms: training ? ['uint step'] : [],
    outputs: 4,
    functions: [
      weightBlock(parameters),
      slopeSource(network.activation),
      ...(training ? [memberSource, unitHash, keptUnits] : []),
      ...(shape.hiddenMixing
        ? [tableTexel, tableEntry, planSource(shape.batch as number), hiddenLambda(shape.batch as number)]
        : []),
    ],
    main: `
  ${findPlace(shape.deltas, layer)}
  int above = row;
  ${shape.hiddenMixing ? shareOfPartner(shape, layer) : ''}
  mat4 sum = mat4(0.0);
  for (int k = 0; k < ${blocks.outputBlocks}; k++) {
    mat4 delta = ${fetchFour(deltaSlot(layer + 1), texelOf(shape.deltas, layer + 1, 'k', 'above'))};
    sum += transpose(weightBlock(member, ${blockOf(blocks, 'unitBlock', 'k')})) * delta;
  }
  ${layer > 0 ? timesSlope(network, shape, layer) : ''}
  ${blocks.biasSlot > 0 ? silenceUnused(blocks) : ''}
  ${writeFour('sum')}`,
  });
}

/** The last block's unused slots hold the biases and zeros: they are no units, and nothing may flow back into them. */
function silenceUnused({ biasBlock, biasSlot }: LayerBlocks): string {
  const used = [0, 1, 2, 3].map((k) => (k < biasSlot ? '1.0' : '0.0')).join(', ');
  return `if (unitBlock == ${biasBlock}) { vec4 used = vec4(${used}); ${forFour((q) => `sum[${q}] *= used;`)} }`;
}

function shareOfPartner(shape: PassShape, layer: number): string {
  return `
  vec4 share = vec4(1.0);
  int mixedLayer = mixingLayerOf(member);
  if (side == 1 && mixedLayer < ${layer}) { ${writeFour('mat4(0.0)')} return; }
  if (mixedLayer == ${layer}) {
    above = row - side * ${shape.deltas.rowBlocks};
    vec4 lambda = hiddenLambda(member, rowBlock);
    share = side == 0 ? lambda : 1.0 - lambda;
  }`;
}

function timesSlope(network: Network, shape: PassShape, layer: number): string {
  const values = `mat4 values = ${fetchFour(activationSlot(layer), texelOf(shape.activations, layer, 'unitBlock', 'row'))};`;
  const share = (q: number): string => (shape.hiddenMixing ? `share[${q}] * ` : '');
  if (!shape.dropout) {
    return `${values}
  ${forFour((q) => `sum[${q}] *= ${share(q)}slope(values[${q}], vec4(1.0));`)}`;
  }
  // A dropped ReLU unit is 0 like one below its kink, so its stored value tells; a tanh unit can be 0 by itself.
  const kept = (q: number): string =>
    network.activation === 'relu'
      ? 'vec4(scale)'
      : `threshold == 0u ? vec4(1.0) : keptUnits(key, step, ${unitIndexSource(shape.batch as number, layer, `(side * ${shape.batch} + 4 * rowBlock + ${q})`, 'unitBlock')}, threshold, scale)`;
  return `${values}
  uint key = noiseKeyOf(member);
  uint threshold = dropoutThresholdOf(member);
  float scale = scalesOf(member).x;
  ${forFour((q) => `sum[${q}] *= ${share(q)}slope(values[${q}], ${kept(q)});`)}`;
}
