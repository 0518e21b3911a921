import type { Activation } from '../../../core/training/network.ts';

/** `activate(sums)` and `slope(activated)`, its derivative written in terms of its value. */
export function activationFunctions(activation: Activation): string {
  if (activation === 'relu') {
    return `
fn activate(sums: vec4f) -> vec4f {
  return max(sums, vec4f(0.0));
}

fn slope(activated: vec4f) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), activated > vec4f(0.0));
}
`;
  }
  return `
/// The hyperbolic tangent; WGSL's own may overflow.
fn activate(sums: vec4f) -> vec4f {
  let e = exp(-2.0 * abs(sums));
  return sign(sums) * (1.0 - e) / (1.0 + e);
}

fn slope(activated: vec4f) -> vec4f {
  return (1.0 - activated) * (1.0 + activated);
}
`;
}
