import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { openArena } from '../../../src/engine/cpu/arena.ts';
import { createCpuTrainer } from '../../../src/engine/cpu/cpu-trainer.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { textureShape } from '../../../src/engine/webgl/texture-shape.ts';
import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { createProblem } from '../conformance/problems.ts';
import { relativeError } from '../conformance/tolerances.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createWebglEngine();
});
afterAll(() => engine.dispose());

const wide = [64, 128, 128, 128, 128, 10];

describe('an ensemble too large for the device', () => {
  it('is refused with a sentence, before anything is allocated', async () => {
    const before = engine.memory();
    const policies = Array.from({ length: 4096 }, () => ermPolicy);
    await expect(engine.prepare(createProblem({ sizes: wide, batch: 1024, policies }))).rejects.toThrow(
      /ensemble: expected one that takes at most 1024 MiB of textures, got \d+ MiB \(4096 members of 64-128-128-128-128-10, batch 1024/,
    );
    expect(engine.memory()).toEqual(before);
  });

  it('is refused where textures are small', () => {
    const rows = 2 ** 17;
    expect(() => textureShape(createProblem({ sizes: [8, 2], rows }), rows, 128)).toThrow(/got 256 .*131072 rows/);
  });

  it('is accepted on the smallest device that WebGL 2 allows, whatever the members and batch', () => {
    for (const batch of [1, 64, 1024]) {
      for (const members of [1, 3, 4096]) {
        const policies = Array.from({ length: members }, () => ermPolicy);
        expect(() => textureShape(createProblem({ sizes: [2, 16, 16, 2], batch, policies }), 5000, 2048)).not.toThrow();
      }
    }
  });
});

describe('members in chunks that take turns', () => {
  it('train, predict and go on from a snapshot to the bits that they have alone', async () => {
    const policies = Array.from({ length: 301 }, (_, m) => mixupPolicy(1, { dropout: m % 5 ? 0 : 0.3 }));
    const ensemble: Ensemble = createProblem({ sizes: [2, 6, 3], batch: 16, policies, optimizer: adam(0.01) });
    const points = ensemble.inputs.slice(0, 14);
    const last = { ...ensemble, members: ensemble.members.slice(290) };
    const results = [];
    for (const chosen of [ensemble, last]) {
      const training = await engine.prepare(chosen);
      await training.train(3);
      const middle = await training.snapshot();
      await training.train(1);
      await training.restore(middle);
      await training.train(2);
      const { parameters, secondMoments } = await training.snapshot();
      const logs = await training.evaluate(points);
      results.push({ parameters, secondMoments, logs });
      training.dispose();
    }
    const [all, alone] = results as [(typeof results)[number], (typeof results)[number]];
    for (const name of ['parameters', 'secondMoments', 'logs'] as const) {
      expect(all[name].length).toBe((alone[name].length / 11) * 301);
      expect(all[name].slice(-alone[name].length), name).toEqual(alone[name]);
    }
  });
});

describe('members that stand side by side in the textures', () => {
  for (const members of [1, 3, 9]) {
    it(`train as on the CPU: ${members} members, batch 1024, hidden layers mixed`, async () => {
      const policies = Array.from({ length: members }, (_, m) =>
        mixupPolicy(1, { layer: m % 3, dropout: m % 2 ? 0.3 : 0 }),
      );
      const ensemble: Ensemble = createProblem({ sizes: [2, 6, 5, 3], batch: 1024, policies, optimizer: adam(0.01) });
      const reference = createCpuTrainer(await openArena(), ensemble);
      reference.train(3);
      const training = await engine.prepare(ensemble);
      await training.train(3);
      const seen = await training.snapshot();
      expect(relativeError(seen.parameters, reference.snapshot().parameters)).toBeLessThan(1e-5);
      expect(relativeError(seen.firstMoments, reference.snapshot().firstMoments)).toBeLessThan(1e-4);
      training.dispose();
    });
  }
});
