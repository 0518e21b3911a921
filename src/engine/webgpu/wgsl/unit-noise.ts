import { unitBits } from '../../../core/random/noise.ts';
import { normalQuantileCount } from '../../../core/random/normal-quantiles.ts';
import type { KernelShape } from '../kernel-shape.ts';

/** Dropout and Gaussian noise of four neighboring units at once; the bits are those of `core/noise.ts`. */
export function unitNoiseFunctions(shape: KernelShape): string {
  return [
    shape.dropout || shape.inputNoise ? unitHashes(shape) : '',
    shape.dropout ? keepFunction : '',
    shape.inputNoise ? normalFunction : '',
  ].join('');
}

function unitHashes({ batch }: KernelShape): string {
  return `
/// Hashes of units 4 quad to 4 quad + 3 of a layer, for one row of the mini-batch (second partners' rows follow the first's).
fn unitHashes(key: u32, step: u32, layer: u32, row: u32, quad: u32) -> vec4u {
  let unit = ((layer * ${2 * batch}u + row) << ${unitBits}u) + 4u * quad;
  return vec4u(
    hashWord(key, step, unit),
    hashWord(key, step, unit + 1u),
    hashWord(key, step, unit + 2u),
    hashWord(key, step, unit + 3u),
  );
}
`;
}

const keepFunction = `
/// Inverted dropout: 0 for dropped units, 1 / (1 - dropout) for kept ones.
fn keep(member: Member, step: u32, layer: u32, row: u32, quad: u32) -> vec4f {
  if (member.dropoutThreshold == 0u) {
    return vec4f(1.0);
  }
  let hashes = unitHashes(member.noiseKey, step, layer, row, quad);
  return select(vec4f(member.keepScale), vec4f(0.0), hashes < vec4u(member.dropoutThreshold));
}
`;

const normalFunction = `
/// Standard normal noise, looked up by the top 12 bits of the hashes.
fn normal(member: Member, step: u32, row: u32, quad: u32) -> vec4f {
  let index = unitHashes(member.noiseKey, step, 0u, row, quad) >> vec4u(${32 - Math.log2(normalQuantileCount)}u);
  return vec4f(
    normalQuantiles[index.x >> 2u][index.x & 3u],
    normalQuantiles[index.y >> 2u][index.y & 3u],
    normalQuantiles[index.z >> 2u][index.z & 3u],
    normalQuantiles[index.w >> 2u][index.w & 3u],
  );
}
`;
