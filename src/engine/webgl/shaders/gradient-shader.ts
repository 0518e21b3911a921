import type { Network } from '../../../core/network.ts';
import type { LayerBlocks, ParameterLayout } from '../parameter-layout.ts';
import { fetchFour, fragmentShader, writeFour, type FragmentShader } from './fragment-shader.ts';
import { activationSlot, deltaSlot, mixRows, noteColumn, notesOf, type PassShape } from './layer-input-source.ts';
import { texelOf } from './place-source.ts';

/**
 * The gradient of the mean loss for all parameters of all layers in one draw: each fragment sums, over the rows of the
 * batch, the outer products of what entered four inputs and the deltas of four outputs.
 */
export function gradientShader(network: Network, parameters: ParameterLayout, shape: PassShape): FragmentShader {
  const batch = shape.batch as number;
  return fragmentShader({
    slots: ['activations0', 'activations1', 'deltas0', 'deltas1'],
    outputs: 4,
    functions: [mixRows],
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int block = here.x * 2 + (here.y & 1);
  int member = here.y >> 1;
  int band = member / ${shape.activations.columns};
  int column = member - band * ${shape.activations.columns};
  int firstLine = band * ${shape.activations.rowBlocks * shape.activations.sides};
  ${shape.hiddenMixing ? `int mixedLayer = int(texelFetch(activations0_0, ${texelOf(shape.activations, 0, String(shape.inputBlocks), 'firstLine')}, 0).w);` : ''}
  mat4 sum = mat4(0.0);
  ${network.sizes
    .slice(1)
    .map((_, l) => `if (block < ${(parameters.layers[l] as LayerBlocks).endBlock}) {${layerGradient(parameters.layers[l] as LayerBlocks, shape, l)}}`)
    .join(' else ')}
  sum *= ${(1 / batch).toExponential(12)};
  ${writeFour('sum')}`,
  });
}

/** The sum over rows for the weights between layers `below` and `below + 1`. */
function layerGradient(blocks: LayerBlocks, shape: PassShape, below: number): string {
  const slot = activationSlot(below);
  const { rowBlocks } = shape.activations;
  const mixes = shape.hiddenMixing && below > 0;
  const lines = shape.hiddenMixing ? `(mixedLayer > ${below} ? ${2 * rowBlocks} : ${rowBlocks})` : String(rowBlocks);
  return `
    int local = block - ${blocks.firstBlock};
    int inputBlock = local / ${blocks.outputBlocks};
    int outputBlock = local - inputBlock * ${blocks.outputBlocks};
    bool hasBias = inputBlock == ${blocks.biasBlock};
    for (int k = 0; k < ${lines}; k++) {
      int line = firstLine + k;
      mat4 x = ${fetchFour(slot, texelOf(shape.activations, below, 'inputBlock', 'line'))};
      ${mixes ? mixedInput(shape, below) : ''}
      if (hasBias) ${biasInput(blocks)}
      mat4 delta = ${fetchFour(deltaSlot(below + 1), texelOf(shape.deltas, below + 1, 'outputBlock', 'line'))};
      sum += delta * transpose(x);
    }`;
}

function mixedInput(shape: PassShape, below: number): string {
  return `
      if (mixedLayer == ${below}) {
        mat4 notes = ${notesOf(shape, 'line')};
        x = mixRows(x, ${fetchFour(activationSlot(below), texelOf(shape.activations, below, 'inputBlock', `(line + ${shape.activations.rowBlocks})`))}, ${noteColumn('notes', 'z')});
      }`;
}

/** The bias belongs to an input that is always 1; where that input has a block of its own, nothing was stored for it. */
function biasInput({ biasBlock, biasSlot, inputBlocks }: LayerBlocks): string {
  if (biasBlock === inputBlocks) return '{ vec4 one = vec4(1.0, 0.0, 0.0, 0.0); x = mat4(one, one, one, one); }';
  return `{ ${[0, 1, 2, 3].map((q) => `x[${q}][${biasSlot}] = 1.0;`).join(' ')} }`;
}
