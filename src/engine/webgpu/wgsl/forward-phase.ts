import type { PaddedLayer } from '../padded-network.ts';
import type { KernelShape } from '../kernel-shape.ts';
import { eachExample } from './each-example.ts';
import { forwardSums } from './tile-sums.ts';

/** Layer `l` of the forward pass: activated hidden values, or the logits (which lie where the output's deltas will). */
export function forwardPhase(shape: KernelShape, l: number): string {
  const layer = shape.padded.layers[l - 1] as PaddedLayer;
  const isOutput = l === shape.padded.layers.length;
  return `${forwardSums(layer, l)}${isOutput ? outputPhase(shape, layer, l) : hiddenPhase(shape, layer, l)}`;
}

/** Where layer `l` finds its inputs: the values before it, or the mixed ones if the member mixes there. */
function sourceOf({ values, mixingLayer }: KernelShape, l: number): string {
  const plain = `${values.activations[l - 1] as number}u`;
  return l > 1 && l - 1 <= mixingLayer ? `select(${plain}, ${values.mixed}u, member.mixingLayer == ${l - 1}u)` : plain;
}

function outputPhase(shape: KernelShape, { inputQuads, outputQuads }: PaddedLayer, l: number): string {
  return `
fn forward${l}(work: Work, member: Member) {
  let source = work.values + ${sourceOf(shape, l)};
  for (var tile = work.thread; tile < ${(shape.rows / 4) * outputQuads}u; tile += workgroupSize) {
    let row = 4u * (tile / ${outputQuads}u);
    let quad = tile % ${outputQuads}u;
    let logits = forwardSums${l}(work.parameters, source + row * ${inputQuads}u, quad);
    let into = work.values + ${shape.values.deltas[l] as number}u + row * ${outputQuads}u + quad;
${eachExample((e) => `    values[into + ${e} * ${outputQuads}u] = logits[${e}];`)}
  }
}
`;
}

function hiddenPhase(shape: KernelShape, { inputQuads, outputQuads }: PaddedLayer, l: number): string {
  const block = shape.values.activations[l] as number;
  const keeps = (row: string): string => (shape.dropout ? ` * keep(member, work.step, ${l}u, ${row}, quad)` : '');
  const store = (row: string, noiseRow: string): string => `
    let sums = forwardSums${l}(work.parameters, source + ${row} * ${inputQuads}u, quad);
${eachExample((e) => `    values[into + (${row} + ${e}) * ${outputQuads}u] = activate(sums[${e}])${keeps(`${noiseRow} + ${e}`)};`)}`;
  const mixes = l <= shape.mixingLayer;
  return `
fn forward${l}(work: Work, member: Member) {
  let source = work.values + ${sourceOf(shape, l)};
  for (var tile = work.thread; tile < ${(shape.rows / 4) * outputQuads}u; tile += workgroupSize) {
    let row = 4u * (tile / ${outputQuads}u);
    let quad = tile % ${outputQuads}u;
    let into = work.values + ${block}u + quad;${store('row', 'row')}${mixes ? secondSide(shape, l, outputQuads, store) : ''}
  }
}
`;
}

function secondSide(
  { values }: KernelShape,
  l: number,
  outputQuads: number,
  store: (row: string, noiseRow: string) => string,
): string {
  return `
    if (member.mixingLayer >= ${l}u) {
      let secondRow = batchRows + row;${store('secondRow', 'batch + row').replaceAll('\n', '\n  ')}
    }
    if (member.mixingLayer == ${l}u) {
      for (var e = 0u; e < 4u; e++) {
        let lambda = lambdaOf(work, true, row + e);
        let first = values[into + (row + e) * ${outputQuads}u];
        let second = values[into + (batchRows + row + e) * ${outputQuads}u];
        values[work.values + ${values.mixed}u + (row + e) * ${outputQuads}u + quad] = lambda * first + (1.0 - lambda) * second;
      }
    }`;
}
