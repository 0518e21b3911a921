import type { Network } from '../../../core/training/network.ts';
import type { ParameterLayout, LayerBlocks } from '../member-states.ts';
import { activateSource, keptUnits, unitHash, unitIndexSource } from './unit-source.ts';
import { forFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { layerInput, type PassShape } from './layer-input-source.ts';
import { memberSource } from '../member-records.ts';
import { biasOf, blockOf, findPlace, weightBlock } from './place-source.ts';
import { tableTexel } from '../tables.ts';

/**
 * The values of hidden layer `layer` (1 for the first): `dropout(f(W x + b))`, four rows by four units a fragment.
 * Second partners' rows are computed only as far as the layer at which their member mixes.
 */
export function forwardShader(
  network: Network,
  parameters: ParameterLayout,
  shape: PassShape,
  layer: number,
): FragmentShader {
  const blocks = parameters.layers[layer - 1] as LayerBlocks;
  const input = layerInput(shape, layer);
  const training = shape.batch !== undefined;
  return fragmentShader({
    slots: [...input.slots, 'state', ...(training ? (['members'] as const) : [])],
    uniforms: training ? ['uint step'] : ['int firstRow'],
    outputs: 4,
    functions: [
      tableTexel,
      weightBlock(parameters),
      activateSource(network.activation),
      ...(training ? [memberSource, unitHash, keptUnits] : []),
      ...input.functions,
    ],
    main: `
  ${findPlace(shape.activations, layer)}
  ${shape.hiddenMixing ? `if (side == 1 && mixingLayerOf(member) < ${layer}) { ${writeFour('mat4(0.0)')} return; }` : ''}
  ${input.before}
  vec4 bias = ${biasOf(blocks, 'unitBlock')};
  mat4 sum = mat4(bias, bias, bias, bias);
  for (int k = 0; k < ${blocks.inputBlocks}; k++) {
    mat4 x = ${input.read('k')};
    sum += weightBlock(member, ${blockOf(blocks, 'k', 'unitBlock')}) * x;
  }
  sum = mat4(activate(sum[0]), activate(sum[1]), activate(sum[2]), activate(sum[3]));
  ${shape.dropout ? dropUnits(shape.batch as number, layer) : ''}
  ${writeFour('sum')}`,
  });
}

function dropUnits(batch: number, layer: number): string {
  return `
  uint threshold = dropoutThresholdOf(member);
  if (threshold > 0u) {
    uint key = noiseKeyOf(member);
    float scale = scalesOf(member).x;
    int example = side * ${batch} + 4 * rowBlock;
    ${forFour((q) => `sum[${q}] *= keptUnits(key, step, ${unitIndexSource(batch, layer, `example + ${q}`, 'unitBlock')}, threshold, scale);`)}
  }`;
}
