/** Texels of one member's record in the table of members. */
export const memberTexels = 4;

/**
 * Reads of a member's record; `member` is in scope. Hash words travel as two halves of 16 bits, which float32 holds
 * exactly. The record is written by `member-table.ts`.
 */
export const memberSource = `
vec4 memberRecord(int member, int texel) { return texelFetch(members, ivec2(texel, member), 0); }
uint wordOf(vec2 halves) { return (uint(halves.x) << 16) | uint(halves.y); }`;

/** Texels of a record. */
export const memberRecord = {
  /** Texel offsets of its streams within a step of the plan: order, partners, lambda; then the layer it mixes. */
  streams: 0,
  /** Whether inputs and labels are mixed, label smoothing, input noise. */
  policy: 1,
  /** Noise key, dropout threshold: high and low halves. */
  words: 2,
  /** 1 / (1 - dropout); first entry of its labels. */
  scales: 3,
} as const;
