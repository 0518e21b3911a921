import type { Network } from '../../../core/training/network.ts';
import { bandWidthBits, type LayerBlocks, type ParameterLayout } from '../member-states.ts';
import { fetchFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { activationSlot, deltaSlot, blendRows, noteColumn, notesOf, type PassShape } from './layer-input-source.ts';
import { quotient, texelOf } from './place-source.ts';

/**
 * The gradient of the mean loss for all parameters of all layers in one draw: each fragment sums, over the rows of the
 * batch, the outer products of what entered four inputs and the deltas of four outputs.
 */
export function gradientShader(network: Network, parameters: ParameterLayout, shape: PassShape): FragmentShader {
  const batch = shape.batch as number;
  return fragmentShader({
    slots: ['activations0', 'activations1', 'deltas0', 'deltas1'],
    outputs: 4,
    functions: [blendRows],
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  ${blockHere(parameters)}
  int band = ${quotient('member', shape.activations.columns)};
  int column = member - band * ${shape.activations.columns};
  int firstLine = band * ${shape.activations.rowBlocks * shape.activations.sides};
  ${shape.hiddenMixing ? `int mixedLayer = int(texelFetch(activations0_0, ${texelOf(shape.activations, 0, String(shape.inputBlocks), 'firstLine')}, 0).w);` : ''}
  mat4 sum = mat4(0.0);
  ${network.sizes
    .slice(1)
    .map(
      (_, l) =>
        `if (block < ${(parameters.layers[l] as LayerBlocks).endBlock}) {${layerGradient(parameters.layers[l] as LayerBlocks, shape, l)}}`,
    )
    .join(' else ')}
  sum *= ${(1 / batch).toExponential(12)};
  ${writeFour('sum')}`,
  });
}

/** Which block of which member a texel of the gradient is. */
function blockHere({ bands }: ParameterLayout): string {
  if (bands === 1) return 'int member = here.y >> 1; int block = here.x * 2 + (here.y & 1);';
  return `
  int bandOfAll = here.y >> 1;
  int member = ${quotient('bandOfAll', bands)};
  int block = (((bandOfAll - member * ${bands}) << ${bandWidthBits}) + here.x) * 2 + (here.y & 1);`;
}

/**
 * The sum over rows for the weights between layers `below` and `below + 1`. The biases belong to an input that is always 1;
 * few fragments hold them, and those sum the deltas in a loop of their own.
 */
function layerGradient(blocks: LayerBlocks, shape: PassShape, below: number): string {
  const slot = activationSlot(below);
  const { rowBlocks } = shape.activations;
  const mixes = shape.hiddenMixing && below > 0;
  const lines = shape.hiddenMixing ? `(mixedLayer > ${below} ? ${2 * rowBlocks} : ${rowBlocks})` : String(rowBlocks);
  return `
    int local = block - ${blocks.firstBlock};
    int inputBlock = ${quotient('local', blocks.outputBlocks)};
    int outputBlock = local - inputBlock * ${blocks.outputBlocks};
    int lines = ${lines};
    ${blocks.biasBlock === blocks.inputBlocks ? `if (inputBlock < ${blocks.inputBlocks})` : ''}
    for (int k = 0; k < lines; k++) {
      int line = firstLine + k;
      mat4 x = ${fetchFour(slot, texelOf(shape.activations, below, 'inputBlock', 'line'))};
      ${mixes ? mixedInput(shape, below) : ''}
      mat4 delta = ${fetchFour(deltaSlot(below + 1), texelOf(shape.deltas, below + 1, 'outputBlock', 'line'))};
      sum += delta * transpose(x);
    }
    if (inputBlock == ${blocks.biasBlock}) {
      vec4 biases = vec4(0.0);
      for (int k = 0; k < lines; k++) biases += ${fetchFour(deltaSlot(below + 1), texelOf(shape.deltas, below + 1, 'outputBlock', '(firstLine + k)'))} * vec4(1.0);
      sum[${blocks.biasSlot}] = biases;
    }`;
}

function mixedInput(shape: PassShape, below: number): string {
  return `
      if (mixedLayer == ${below}) {
        mat4 notes = ${notesOf(shape, 'line')};
        x = blendRows(x, ${fetchFour(activationSlot(below), texelOf(shape.activations, below, 'inputBlock', `(line + ${shape.activations.rowBlocks})`))}, ${noteColumn('notes', 'z')});
      }`;
}
