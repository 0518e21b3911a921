import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { adam, sgd } from '../../../src/core/training/optimizer.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { allPolicies } from '../conformance/policies.ts';
import { createProblem } from '../conformance/problems.ts';
import { countCalls } from './count-calls.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createWebglEngine();
});
afterAll(() => engine.dispose());

describe('a training step on the webgl engine', () => {
  const cases = [
    { sizes: [2, 2], policies: [ermPolicy] },
    { sizes: [2, 16, 2], policies: Array.from({ length: 33 }, () => mixupPolicy(1)) },
    { sizes: [13, 8, 8, 8, 3], policies: Object.values(allPolicies(3)), optimizer: sgd(0.1, 0.9) },
  ];
  for (const { optimizer = adam(0.01), ...problem } of cases) {
    const layers = problem.sizes.length - 1;
    it(`of ${problem.policies.length} members of ${problem.sizes.join('-')} takes 2 x ${layers} + 2 draws, uploads nothing new and reads nothing`, async () => {
      const training = await engine.prepare(createProblem({ ...problem, optimizer }));
      await training.train(1);
      const counts = await countCalls(() => training.train(7));
      expect(counts).toMatchObject({ draws: 7 * (2 * layers + 2), uploads: 0, copies: 0, transfers: 0 });
      training.dispose();
    });
  }
});

type Call = (this: unknown, ...values: unknown[]) => unknown;

describe('the programs of the webgl engine', () => {
  it('are all under way before one is waited for, and asked for nothing until they are ready', async () => {
    const parallel = new OffscreenCanvas(1, 1).getContext('webgl2')?.getExtension('KHR_parallel_shader_compile');
    const events: string[] = [];
    const ready = new Set<unknown>();
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, Call>;
    const calls = { link: prototype['linkProgram'] as Call, ask: prototype['getProgramParameter'] as Call };
    prototype['linkProgram'] = function (...values) {
      events.push('link');
      return calls.link.apply(this, values);
    };
    prototype['getProgramParameter'] = function (program, name) {
      const told = calls.ask.call(this, program, name);
      if (name !== parallel?.COMPLETION_STATUS_KHR) events.push(!parallel || ready.has(program) ? 'ask' : 'ask early');
      else if (told === true) ready.add(program);
      return told;
    };
    try {
      (await engine.prepare(createProblem({ sizes: [3, 5, 2] }))).dispose();
    } finally {
      prototype['linkProgram'] = calls.link;
      prototype['getProgramParameter'] = calls.ask;
    }
    const links = events.filter((event) => event === 'link').length;
    expect(links).toBeGreaterThan(1);
    expect(events.indexOf('ask')).toBe(links);
    expect(events).not.toContain('ask early');
  });
});

describe('the plan on the webgl engine', () => {
  it('is drawn where it is needed: nothing of it is uploaded, however long members train and wherever they go on', async () => {
    const training = await engine.prepare(createProblem({ sizes: [2, 2], batch: 16 }));
    const start = await training.snapshot();
    expect((await countCalls(() => training.train(300))).uploads).toBe(0);
    await training.restore({ ...start, step: 2 ** 27 });
    expect((await countCalls(() => training.train(5))).uploads).toBe(0);
    training.dispose();
  });
});

describe('reading from the webgl engine', () => {
  it('brings the log-probabilities of many points back at once, after the last draw', async () => {
    const ensemble = createProblem({ sizes: [2, 8, 3], policies: Array.from({ length: 64 }, () => ermPolicy) });
    const training = await engine.prepare(ensemble);
    const points = Float32Array.from({ length: 2 * 1000 }, (_, k) => Math.sin(k));
    const counts = await countCalls(() => training.evaluate(points));
    // 64 members leave room for 256 points in one chunk; a chunk has two layers to draw and four textures to copy.
    expect(counts).toMatchObject({ draws: 4 * 2, copies: 4 * 4, transfers: 4, drawsAfterTransfer: false });
    training.dispose();
  });

  it('does not upload points again that are the same array', async () => {
    const training = await engine.prepare(createProblem({ sizes: [2, 8, 3] }));
    const points = Float32Array.from({ length: 40 }, (_, k) => k / 40);
    const first = countCalls(() => training.evaluate(points));
    expect((await first).uploads).toBe(1);
    expect((await countCalls(() => training.evaluate(points))).uploads).toBe(0);
    expect((await countCalls(() => training.evaluate(points.slice()))).uploads).toBe(1);
    training.dispose();
  });
});
