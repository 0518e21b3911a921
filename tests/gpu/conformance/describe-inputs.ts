import { describe, expect, it } from 'vitest';
import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Subject } from './describe-engine.ts';
import { createProblem } from './problems.ts';

const good = createProblem({
  sizes: [2, 4, 2],
  policies: [ermPolicy, mixupPolicy(1), mixupPolicy(1, { layer: 1 })],
});

export function describeInputs({ engine }: Subject): void {
  const refusedEnsembles: Record<string, [Ensemble, RegExp]> = {
    'more hidden units than the limit': [
      { ...good, network: { sizes: [2, 257, 2], activation: 'relu' } },
      /hidden units.*1 to 256, got 257/,
    ],
    'seven hidden layers': [
      { ...good, network: { sizes: [2, 4, 4, 4, 4, 4, 4, 4, 2], activation: 'relu' } },
      /hidden layers/,
    ],
    'a batch of 0': [{ ...good, batch: 0 }, /batch.*1 to 1024, got 0/],
    'no members': [{ ...good, members: [] }, /members.*1 to 4096, got 0/],
    'more members than the limit': [
      { ...good, members: Array.from({ length: 4097 }, () => good.members[0] as (typeof good.members)[0]) },
      /members.*got 4097/,
    ],
    'inputs that are not numbers': [
      { ...good, inputs: good.inputs.map((value, k) => (k === 5 ? NaN : value)) },
      /inputs.*NaN at index 5/,
    ],
    'rows that do not exist': [withMember({ rows: allRows(1000) }), /rows.*index 120/],
    'a label that is no class': [withMember({ labels: new Uint8Array(120).fill(2) }), /labels.*0 to 1, got 2/],
    'a layer that is not there': [withMember({ policy: mixupPolicy(1, { layer: 2 }) }), /layer.*0 to 1, got 2/],
    'a negative alpha': [withMember({ policy: mixupPolicy(-1) }), /alpha/],
  };

  describe('refuses, with a sentence that names it,', () => {
    for (const [what, [ensemble, message]] of Object.entries(refusedEnsembles)) {
      it(`an ensemble with ${what}, and allocates nothing`, async () => {
        const before = engine().memory();
        await expect(engine().prepare(ensemble)).rejects.toThrow(message);
        expect(engine().memory()).toEqual(before);
      });
    }

    it('wrong steps, points, labels and snapshots, and stays usable', async () => {
      const training = await engine().prepare(good);
      const snapshot = await training.snapshot();
      for (const steps of [-1, 1.5, NaN, Infinity]) await expect(training.train(steps)).rejects.toThrow(RangeError);
      await expect(training.evaluate(new Float32Array(3))).rejects.toThrow(/points/);
      await expect(training.evaluate(new Float32Array(0))).rejects.toThrow(/points/);
      await expect(training.evaluate(Float32Array.of(1, NaN))).rejects.toThrow(/points.*NaN/);
      await expect(training.inputGradients(new Float32Array(4), new Float32Array(3))).rejects.toThrow(/labels/);
      await expect(training.inputGradients(new Float32Array(2), Float32Array.of(0.5, 0.1))).rejects.toThrow(/labels/);
      await expect(training.restore({ ...snapshot, parameters: new Float64Array(3) })).rejects.toThrow(/parameters/);
      await expect(training.restore({ ...snapshot, parameters: snapshot.parameters.map(() => NaN) })).rejects.toThrow(
        /parameters/,
      );
      await expect(training.restore({ ...snapshot, step: -1 })).rejects.toThrow(/step/);
      // Positions in the order of examples are 32-bit numbers: 2^27 mini-batches of 32.
      await training.restore({ ...snapshot, step: 2 ** 27 - 1 });
      await expect(training.train(2)).rejects.toThrow(
        /steps \(of a run that has come to step 134217727\).*0 to 1, got 2/,
      );
      await training.restore(snapshot);
      await training.train(2);
      expect(training.step).toBe(2);
      training.dispose();
    });

    it('rows to mix that do not exist, weights outside 0 to 1, and impossible grids', async () => {
      const request = {
        rows: new Float32Array(6),
        width: 2,
        first: Uint32Array.of(0),
        second: Uint32Array.of(2),
        lambdas: Float32Array.of(0.5),
      };
      const grid = { columns: 2, rows: 2, x: [0, 1], y: [0, 1] } as const;
      const labels = new Float32Array(3);
      await expect(engine().mix({ ...request, second: Uint32Array.of(3) })).rejects.toThrow(/second/);
      await expect(engine().mix({ ...request, lambdas: Float32Array.of(1.5) })).rejects.toThrow(/lambdas/);
      await expect(engine().mix({ ...request, width: 4 })).rejects.toThrow(/rows/);
      await expect(engine().countOnGrid(request, new Float32Array(2), grid)).rejects.toThrow(/labels/);
      await expect(engine().countOnGrid(request, labels, { ...grid, columns: 0 })).rejects.toThrow(/columns/);
      await expect(engine().countOnGrid(request, labels, { ...grid, y: [1, 1] })).rejects.toThrow(/grid.y/);
      await expect(engine().countOnGrid({ ...request, width: 3 }, labels, grid)).rejects.toThrow(/width/);
    });
  });
}

function withMember(changes: Partial<Ensemble['members'][number]>): Ensemble {
  return { ...good, members: good.members.map((member) => ({ ...member, ...changes })) };
}
