/**
 * The texture unit of every sampler, the same in all programs, so that a texture bound once stays bound from draw to
 * draw. WebGL 2 guarantees 32 units; one program may sample 16 of them.
 */
export const textureUnits = {
  activations0: [0, 1, 2, 3],
  activations1: [4, 5, 6, 7],
  deltas0: [8, 9, 10, 11],
  deltas1: [12, 13, 14, 15],
  gradients: [16, 17, 18, 19],
  state: [20, 21, 22],
  members: [23],
  plan: [24],
  inputs: [25],
  labels: [26],
  quantiles: [27],
  requests: [28],
} as const;

/** A texture, or several that belong together, as programs name them. */
export type Slot = keyof typeof textureUnits;

/** Names of the samplers of a slot: `plan`, or `activations0_0` to `activations0_3`. */
export function samplerNames(slot: Slot): string[] {
  const units = textureUnits[slot];
  return units.length === 1 ? [slot] : units.map((_, q) => `${slot}_${q}`);
}
