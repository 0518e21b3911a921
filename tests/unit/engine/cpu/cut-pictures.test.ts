import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../../src/core/training/fingerprint.ts';
import { ermPolicy, mixupPolicy } from '../../../../src/core/training/policy.ts';
import { createNodeCpuEngine } from '../../../../src/engine/cpu/node-cpu-engine.ts';
import type { KernelKind } from '../../../../src/engine/cpu/kernels.ts';
import { createProblem } from '../../../gpu/conformance/problems.ts';

const patch = { kind: 'patch', width: 5, height: 3 } as const;
const weighing = [ermPolicy, mixupPolicy(1)];
const cutting = [
  mixupPolicy(1, { mask: patch }),
  mixupPolicy(1, { mask: { ...patch, kind: 'pixels' }, lambdaPer: 'example', mixesFrom: 5, mixesUntil: 30 }),
];

async function fingerprintsOf(policies: typeof weighing, kernels: KernelKind): Promise<(string | undefined)[]> {
  const engine = await createNodeCpuEngine({ workers: 2, kernels });
  const training = await engine.prepare(createProblem({ sizes: [15, 8, 3], policies }));
  await training.train(40);
  const { parameters } = await training.snapshot();
  engine.dispose();
  const each = parameters.length / policies.length;
  return policies.map((_, m) => fingerprint(parameters.subarray(m * each, (m + 1) * each)));
}

describe('members that cut pictures', () => {
  it('end with the same bits with vectors and without, on every machine', async () => {
    const known = ['0a8382fc2207c638', 'd3640054289831fd'];
    for (const kernels of ['wasm', 'script'] as const)
      expect((await fingerprintsOf([...weighing, ...cutting], kernels)).slice(2)).toEqual(known);
  });

  it('change no bit of those beside them', async () => {
    const alone = await fingerprintsOf(weighing, 'wasm');
    expect(new Set(alone).size).toBe(2);
    expect((await fingerprintsOf([...weighing, ...cutting], 'wasm')).slice(0, 2)).toEqual(alone);
  });
});
