import { describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { textureShape } from '../../../../src/engine/webgl/texture-shape.ts';
import { createProblem } from '../../../gpu/conformance/problems.ts';

const shapeOf = (...policies: Policy[]): ReturnType<typeof textureShape> =>
  textureShape(createProblem({ sizes: [2, 8, 8, 2], policies }), 4096);

describe('the rows of second partners', () => {
  it('run through layers of their own where a member mixes hidden values', () => {
    const { pass } = shapeOf(ermPolicy, mixupPolicy(1, { layer: 1 }));
    expect(pass.hiddenMixing).toBe(true);
    expect(pass.activations.sides).toBe(2);
  });

  it('cost nothing where no member mixes any, whatever layer a policy names', () => {
    const plain = shapeOf(ermPolicy, mixupPolicy(1));
    expect(plain.pass.activations.sides).toBe(1);
    expect(shapeOf({ ...ermPolicy, layer: 1 }, mixupPolicy(1))).toEqual(plain);
    expect(shapeOf(ermPolicy, mixupPolicy(1, { layer: 2, mixInputs: false }))).toEqual(plain);
  });
});
