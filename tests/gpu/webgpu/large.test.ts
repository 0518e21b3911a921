import { afterAll, beforeAll, expect, it } from 'vitest';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { ofMember } from '../conformance/describe-training.ts';
import { createProblem } from '../conformance/problems.ts';
import { inputGradient, logProbabilities, toLayers } from '../conformance/slow-network.ts';
import { startSlowRun, trainSlowly } from '../conformance/slow-run.ts';
import { largestDifference, relativeError } from '../conformance/tolerances.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createWebgpuEngine();
});
afterAll(() => engine.dispose());

const noisy = { inputNoise: 0.1, dropout: 0.2, lambdaPer: 'example' } as const;

it.each([
  { sizes: [784, 256, 32], layer: 1 },
  { sizes: [3, 8, 2, 5, 256, 4, 6, 32], layer: 6 },
])('trains and reads $sizes, mixed at layer $layer, as the slow implementation does', async ({ sizes, layer }) => {
  const ensemble = createProblem({ sizes, batch: 3, rows: 40, policies: [mixupPolicy(1, { ...noisy, layer })] });
  const run = startSlowRun(ensemble);
  trainSlowly(ensemble, run, 1);
  const training = await engine.prepare(ensemble);
  await training.train(1);
  const { parameters } = await training.snapshot();
  expect(relativeError(parameters, run.members[0]?.parameters ?? [])).toBeLessThan(1e-3);

  const { 0: columns = 0, length } = sizes;
  const classes = sizes[length - 1] ?? 0;
  const points = ensemble.inputs.slice(0, 5 * columns);
  const labels = Float32Array.from({ length: 5 * classes }, (_, k) => (k % classes === classes - 1 ? 1 : 0));
  const layers = toLayers(ensemble.network, ofMember(ensemble, parameters, 0));
  const each = <T>(compute: (point: number[]) => T[]): T[] =>
    [0, 1, 2, 3, 4].flatMap((p) => compute(Array.from(points.subarray(p * columns, (p + 1) * columns))));
  const logs = each((point) => logProbabilities(ensemble.network, layers, point));
  expect(largestDifference(await training.evaluate(points), logs)).toBeLessThan(1e-4);
  const label = Array.from(labels.subarray(0, classes));
  const gradients = each((point) => inputGradient(ensemble.network, layers, point, label));
  expect(relativeError(await training.inputGradients(points, labels), gradients)).toBeLessThan(1e-4);
  training.dispose();
});

it('trains 4,096 members as it trains each alone', async () => {
  const policies = Array.from({ length: 4096 }, (_, m) => mixupPolicy(m % 2 === 0 ? 1 : 0.2));
  const ensemble = createProblem({ sizes: [2, 3, 2], batch: 4, rows: 20, policies });
  const training = await engine.prepare(ensemble);
  await training.train(3);
  const { parameters } = await training.snapshot();
  for (const m of [0, 2047, 4095]) {
    const alone = await engine.prepare({
      ...ensemble,
      members: [ensemble.members[m] as (typeof ensemble.members)[number]],
    });
    await alone.train(3);
    expect(Array.from(ofMember(ensemble, parameters, m))).toEqual(Array.from((await alone.snapshot()).parameters));
    alone.dispose();
  }
  training.dispose();
});
