import { expect, it } from 'vitest';
import { selfTest, selfTestEnsemble, selfTestParameters } from '../../../../src/engine/choice/self-test.ts';
import { createNodeCpuEngine } from '../../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../../src/engine/engine.ts';
import { roundedSnapshot, startSlowRun, trainSlowly } from '../../../gpu/conformance/slow-run.ts';

it('asks for what the slow implementation has after a step', () => {
  const run = startSlowRun(selfTestEnsemble);
  trainSlowly(selfTestEnsemble, run, 1);
  const { parameters } = roundedSnapshot(run);
  expect(parameters).toHaveLength(selfTestParameters.length);
  parameters.forEach((value, k) => expect(Math.abs(value - (selfTestParameters[k] as number))).toBeLessThan(1e-5));
});

it('lets an engine pass that computes, and none whose numbers are off or missing', async () => {
  const engine = await createNodeCpuEngine({ workers: 1 });
  await selfTest(engine);
  const spoiled = (spoil: (parameters: Float64Array) => void): Engine => ({
    ...engine,
    async prepare(ensemble) {
      const training = await engine.prepare(ensemble);
      const snapshot = training.snapshot.bind(training);
      training.snapshot = async () => {
        const read = await snapshot();
        spoil(read.parameters);
        return read;
      };
      return training;
    },
  });
  await expect(selfTest(spoiled((parameters) => (parameters[43] = 0.0102)))).rejects.toThrow('off by 0.0002');
  await expect(selfTest(spoiled((parameters) => (parameters[7] = NaN)))).rejects.toThrow('off by NaN');
  engine.dispose();
});
