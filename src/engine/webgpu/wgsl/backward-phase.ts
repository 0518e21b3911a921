import type { PaddedLayer } from '../padded-network.ts';
import type { KernelShape } from '../kernel-shape.ts';
import { eachExample } from './each-example.ts';
import { backwardSums } from './tile-sums.ts';

/** The deltas of hidden layer `l` from those of the layer after it. A mixed layer hands each partner its share, lambda or 1 - lambda. */
export function backwardPhase(shape: KernelShape, l: number): string {
  const next = shape.padded.layers[l] as PaddedLayer;
  const { inputQuads, outputQuads } = next;
  const source = `work.values + ${shape.values.deltas[l + 1] as number}u`;
  const sums = (row: string): string =>
    `backwardSums${l + 1}(work.parameters, ${source} + ${row} * ${outputQuads}u, quad)`;
  return `${backwardSums(next, l + 1)}${deltaFunction(shape, l, inputQuads)}
fn backward${l}(work: Work, member: Member) {
  for (var tile = work.thread; tile < ${(shape.rows / 4) * inputQuads}u; tile += workgroupSize) {
    let row = 4u * (tile / ${inputQuads}u);
    let quad = tile % ${inputQuads}u;
    let sums = ${sums('row')};
${l <= shape.mixingLayer ? mixedRows(shape, l, sums) : plainRows(l)}  }
}
`;
}

function deltaFunction(shape: KernelShape, l: number, quads: number): string {
  const activated = `values[work.values + ${shape.values.activations[l] as number}u + row * ${quads}u + quad]`;
  return `
/// Stores the delta of four units: their derivative times the slope of the activation and dropout.
fn setDelta${l}(work: Work, member: Member, row: u32, noiseRow: u32, quad: u32, derivative: vec4f) {
  ${
    shape.dropout
      ? `let activated = ${activated} / member.keepScale;
  let gradient = derivative * slope(activated) * keep(member, work.step, ${l}u, noiseRow, quad);`
      : `let gradient = derivative * slope(${activated});`
  }
  values[work.values + ${shape.values.deltas[l] as number}u + row * ${quads}u + quad] = gradient;
}
`;
}

const plainRows = (l: number): string =>
  `${eachExample((e) => `    setDelta${l}(work, member, row + ${e}, row + ${e}, quad, sums[${e}]);`)}
`;

function mixedRows(shape: KernelShape, l: number, sums: (row: string) => string): string {
  const deeper = `    if (member.mixingLayer > ${l}u) {
      let secondSums = ${sums('(batchRows + row)')};
${eachExample((e) => `      setDelta${l}(work, member, batchRows + row + ${e}, batch + row + ${e}, quad, secondSums[${e}]);`)}
    }
`;
  return `    for (var e = 0u; e < 4u; e++) {
      let lambda = lambdaOf(work, member.mixingLayer == ${l}u, row + e);
      setDelta${l}(work, member, row + e, row + e, quad, lambda * sums[e]);
      if (member.mixingLayer == ${l}u) {
        setDelta${l}(work, member, batchRows + row + e, batch + row + e, quad, (1.0 - lambda) * sums[e]);
      }
    }
${l < shape.mixingLayer ? deeper : ''}`;
}
