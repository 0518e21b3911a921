import type { KernelShape } from '../kernel-shape.ts';

/** Fetches the rows of both partners, weighs or cuts them if the member mixes its inputs, and adds noise. */
export function gatherPhase(shape: KernelShape): string {
  const block = shape.values.activations[0] as number;
  const mixesHidden = shape.mixingLayer > 0;
  const noise = shape.inputNoise ? ' + inputNoise(work, member, row, quad)' : '';
  return `
${shape.inputNoise ? inputNoiseFunction(shape.padded.network.sizes[0] as number) : ''}
fn gatherInputs(work: Work, member: Member) {
  for (var item = work.thread; item < batchRows * inputQuads; item += workgroupSize) {
    let row = item / inputQuads;
    let quad = item % inputQuads;
    let pair = pairOf(work, row);
    let first = inputs[u32(pair.x) * inputQuads + quad];
    let second = inputs[u32(pair.y) * inputQuads + quad];
${mixesHidden ? gatherBothSides(block, shape) : ''}${shape.cuts ? gatherCut(block, noise) : ''}    let lambda = lambdaOf(work, member.mixesInputs != 0u${mixesHidden ? ' && member.mixingLayer == 0u' : ''}, row);
    values[work.values + ${block}u + item] = lambda * first + (1.0 - lambda) * second${noise};
  }
}
`;
}

function gatherBothSides(block: number, { inputNoise, rows, padded }: KernelShape): string {
  const noise = (row: string): string => (inputNoise ? ` + inputNoise(work, member, ${row}, quad)` : '');
  return `    if (member.mixingLayer > 0u) {
      values[work.values + ${block}u + item] = first${noise('row')};
      values[work.values + ${block + rows * (padded.quads[0] as number)}u + item] = second${noise('batch + row')};
      continue;
    }
`;
}

/** In steps that do not mix, members that cut pictures go on to be weighed, all for the first partner. */
function gatherCut(block: number, noise: string): string {
  return `    if (member.plan.maskAt > 0u && member.mixesInputs != 0u && mixesAt(member.plan, work.step)) {
      let isSecond = cutAt(member.plan, work.step, min(row, batch - 1u), 4u * quad);
      values[work.values + ${block}u + item] = select(first, second, isSecond)${noise};
      continue;
    }
`;
}

function inputNoiseFunction(inputs: number): string {
  return `
/// Gaussian noise of four inputs; none where the last quad is padding.
fn inputNoise(work: Work, member: Member, row: u32, quad: u32) -> vec4f {
  if (member.inputNoise == 0.0) {
    return vec4f(0.0);
  }
  let real = vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u) < vec4u(${inputs}u);
  return select(vec4f(0.0), member.inputNoise * normal(member, work.step, row, quad), real);
}
`;
}
