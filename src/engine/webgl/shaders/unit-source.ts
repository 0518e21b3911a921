import { unitBits } from '../../../core/random/noise.ts';
import type { Activation } from '../../../core/training/network.ts';

/** `vec4 activate(vec4 z)`. Tanh is built from exp: some drivers' tanh overflows or is far less precise than float32. */
export function activateSource(activation: Activation): string {
  if (activation === 'relu') return 'vec4 activate(vec4 z) { return max(z, 0.0); }';
  return 'vec4 activate(vec4 z) { vec4 e = exp(-2.0 * abs(z)); return sign(z) * (1.0 - e) / (1.0 + e); }';
}

/**
 * `vec4 slope(vec4 value, vec4 kept)`: derivative of activation and inverted dropout, from the stored value; `kept` is
 * the dropout factor of each unit (1 without dropout).
 */
export function slopeSource(activation: Activation): string {
  if (activation === 'relu')
    return 'vec4 slope(vec4 value, vec4 kept) { return kept * vec4(greaterThan(value, vec4(0.0))); }';
  return `
vec4 slope(vec4 value, vec4 kept) {
  vec4 t = value / max(kept, 1.0);
  return kept * (1.0 - t * t);
}`;
}

/**
 * `uint unitHash(uint key, uint step, uint unit)`: the first word of pcg3d, as `core/hash.ts` computes it (Jarzynski and
 * Olano, JCGT 9(3), 2020). The second half of the last round cannot change that word and is left out.
 */
export const unitHash = `
uint unitHash(uint key, uint step, uint unit) {
  uvec3 v = uvec3(key, step, unit) * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> 16u;
  return v.x + v.y * v.z;
}`;

/** `vec4 keptUnits(...)`: `scale` for each of four neighboring units that dropout keeps, else 0. Needs {@link unitHash}. */
export const keptUnits = `
vec4 keptUnits(uint key, uint step, uint unit, uint threshold, float scale) {
  return vec4(
    unitHash(key, step, unit) < threshold ? 0.0 : scale,
    unitHash(key, step, unit + 1u) < threshold ? 0.0 : scale,
    unitHash(key, step, unit + 2u) < threshold ? 0.0 : scale,
    unitHash(key, step, unit + 3u) < threshold ? 0.0 : scale);
}`;

/** GLSL for `core/noise.ts`'s `unitIndex` of the first unit of a block; row and block are GLSL expressions. */
export function unitIndexSource(batch: number, layer: number, row: string, block: string): string {
  return `(uint(${layer * 2 * batch} + ${row}) << ${unitBits}) + uint(4 * (${block}))`;
}
