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
const updatesLast = 'backward2 backward1 update1 update2 update3';
it.each([
  ['shared memory', 32768, 'workgroupBarrier', updatesLast],
  // Deltas of layer 1 lie where the activations of layer 2 were, which update 3 reads. 2400 bytes hold a step only so.
  ['little shared memory', 2400, 'workgroupBarrier', 'backward2 update3 backward1 update2 update1'],
  ['a buffer', 0, 'storageBarrier', updatesLast],
])(
  'puts a barrier for values in %s between all phases of all steps, and one for the parameters',
  (_, bytes, barrier, backward) => {
    const ensemble = createProblem({ sizes: [2, 8, 8, 2], batch: 16, optimizer: adam(0.01) });
    const shape = kernelShape(ensemble, { bytes, threads: 256 });
    const code = trainingProgram(shape);
    const loop = code.slice(code.indexOf('for (var s = 0u; s < run.steps; s++)'));
    const calls = [...loop.matchAll(/\b(\w+)\((?:work, member)?\);/g)].map(([, name]) => name ?? '');
    const phases = calls.filter((name) => !name.endsWith('Barrier'));
    expect(phases).toEqual(`gatherInputs forward1 forward2 forward3 lossGradient ${backward} drawPairs`.split(' '));
    // The updates of different layers touch different parameters and only read values, so they need none between them; nor does what draws the next pairs,
    // which no update reads.
    const stretches = calls
      .join(' ')
      .replace(/(update\d )*drawPairs/, 'update')
      .split(' ');
    const ring = [...stretches, ...stretches];
    for (const [at, name] of stretches.entries()) {
      if (name.endsWith('Barrier')) continue;
      const next = ring.findIndex((later, k) => k > at && !later.endsWith('Barrier'));
      expect(ring.slice(at + 1, next), `between ${name} and ${ring[next] ?? ''}`).toContain(barrier);
    }
    expect(calls.slice(calls.indexOf('update1'))).toContain('storageBarrier');
  },
);
