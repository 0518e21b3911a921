import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Contender, Problem } from './bench-page.ts';

/** One of the project's engines. A timing includes making and uploading the plan. */
export function engineContender(engine: Engine): Contender {
  return {
    device: engine.device,
    async prepare(problem) {
      const training = await engine.prepare(createEnsemble(problem));
      return {
        async train(steps) {
          await training.train(steps);
        },
        async readBack() {
          return (await training.snapshot()).parameters;
        },
        evaluate: (points) => training.evaluate(points),
        dispose: () => training.dispose(),
      };
    },
  };
}

/** With seeds of their own no two members share an order of examples, partners or lambdas. */
function createEnsemble(problem: Problem): Ensemble {
  const labels = Uint8Array.from(problem.labels);
  const rows = allRows(labels.length);
  const policy = mixupPolicy(1);
  const optimizer = adam(problem.learningRate);
  return {
    network: { sizes: problem.sizes, activation: 'relu' },
    inputs: Float32Array.from(problem.inputs),
    members: Array.from({ length: problem.members }, (_, m) => ({
      seed: problem.seeds === 'own' ? m : 0,
      policy,
      optimizer,
      labels,
      rows,
    })),
    batch: problem.batch,
  };
}
