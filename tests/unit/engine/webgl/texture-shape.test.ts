import { describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { textureShape } from '../../../../src/engine/webgl/texture-shape.ts';
import { createProblem } from '../../../gpu/conformance/problems.ts';

const shapeOf = (...policies: Policy[]): ReturnType<typeof textureShape> =>
  textureShape(createProblem({ sizes: [2, 8, 8, 2], policies }), 5000, 4096);

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

describe('members that are too many for one draw', () => {
  const many = (count: number, sizes = [64, 64, 64, 10], batch = 64): ReturnType<typeof textureShape> =>
    textureShape(createProblem({ sizes, batch, policies: Array.from({ length: count }, () => ermPolicy) }), 5000, 8192);

  it('take turns in chunks of about equal size', () => {
    expect(many(256)).toMatchObject({ chunk: 256, chunks: 1 });
    expect(many(300)).toMatchObject({ chunk: 150, chunks: 2 });
    expect(many(4096)).toMatchObject({ chunk: 256, chunks: 16 });
  });

  it('are fewer at once where a step needs much memory, and run the same programs', () => {
    const { chunk, chunks, pass } = many(64, [784, 256, 256, 10], 1024);
    expect(chunk * chunks).toBeGreaterThanOrEqual(64);
    expect(chunk).toBeLessThan(64);
    expect(many(1, [784, 256, 256, 10], 1024).pass.activations.columns).toBe(pass.activations.columns);
  });

  it('are refused, with the size, where their weights and moments alone fill the device', () => {
    expect(() => many(4096, [64, 128, 128, 128, 128, 10])).toThrow(
      /ensemble: expected one that takes at most 1024 MiB of textures, got \d{4} MiB \(4096 members of 64-128-128-128-128-10/,
    );
  });
});
