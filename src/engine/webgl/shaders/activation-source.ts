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
