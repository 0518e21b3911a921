import { expect, it } from 'vitest';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { kernelShape } from '../../../../src/engine/webgpu/kernel-shape.ts';
import { trainingProgram } from '../../../../src/engine/webgpu/wgsl/training-program.ts';
import { createProblem } from '../../../gpu/conformance/problems.ts';

/*
 * WGSL orders each kind of memory by a barrier of its own: `workgroupBarrier()` only `var<workgroup>`, `storageBarrier()` only
 * storage. So the values of a step, wherever they lie, need their kind between all phases, also from the last phase of one
 * step to the first of the next; and the parameters, which lie in storage, need theirs once a step.
 */
it.each([
  ['shared memory', 32768, 'workgroupBarrier'],
  ['a buffer', 0, 'storageBarrier'],
])(
  'puts a barrier for values in %s between all phases of all steps, and one for the parameters',
  (_, bytes, barrier) => {
    const ensemble = createProblem({ sizes: [2, 8, 8, 2], batch: 16, optimizer: adam(0.01) });
    const shape = kernelShape(ensemble, { bytes, threads: 256 });
    const code = trainingProgram(shape);
    const loop = code.slice(code.indexOf('for (var s = 0u; s < run.steps; s++)'));
    const calls = [...loop.matchAll(/\b(\w+)\((?:work, member)?\);/g)].map(([, name]) => name ?? '');
    const phases = calls.filter((name) => !name.endsWith('Barrier'));
    expect(phases).toEqual(
      'gatherInputs forward1 forward2 forward3 lossGradient backward2 backward1 update1 update2 update3 drawPairs'.split(
        ' ',
      ),
    );
    // The updates of different layers touch different parameters and only read values, so they need none between them; nor does what draws the next pairs,
    // which no update reads.
    const stretches = calls.join(' ').replace('update1 update2 update3 drawPairs', 'update').split(' ');
    const ring = [...stretches, ...stretches];
    for (const [at, name] of stretches.entries()) {
      if (name.endsWith('Barrier')) continue;
      const next = ring.findIndex((later, k) => k > at && !later.endsWith('Barrier'));
      expect(ring.slice(at + 1, next), `between ${name} and ${ring[next] ?? ''}`).toContain(barrier);
    }
    expect(calls.slice(calls.indexOf('update3'))).toContain('storageBarrier');
  },
);
