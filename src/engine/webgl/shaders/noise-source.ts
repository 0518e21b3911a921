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
  return `(uint(${layer * 2 * batch} + ${row}) << 7) + uint(4 * (${block}))`;
}
