import { errorRate } from '../../src/core/statistics/classification.ts';
import {
  packParameters,
  smallNetworkEnsemble,
  smallNetworkProtocol,
  smallNetworkRows,
} from '../../src/studies/small-network.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField, fingerprintsOf } from './fingerprint-field.ts';

const seeds = Array.from({ length: 8 }, (_, n) => n + 1);

export default {
  name: 'small-network',
  summary: 'the weights of a network of three units on two rings, on its way through training',
  run: async (engine, report) => {
    const { keptSteps, optimizer, ...protocol } = smallNetworkProtocol;
    const networks: Json[] = [];
    const fingerprints: (string | undefined)[] = [];
    for (const seed of seeds) {
      const { inputs, labels } = smallNetworkRows(seed);
      const training = await engine.prepare(smallNetworkEnsemble(seed));
      const parameters: string[] = [];
      const errors: number[] = [];
      for (const step of keptSteps) {
        if (step > training.step) await training.train(step - training.step);
        parameters.push(packParameters((await training.snapshot()).parameters));
        const answers = await training.evaluate(inputs.subarray(2 * protocol.trainingRows));
        errors.push(errorRate(answers, labels.subarray(protocol.trainingRows), 2));
      }
      fingerprints.push(...(await fingerprintsOf(training)));
      training.dispose();
      networks.push({ seed, errors, parameters });
      report(`seed ${seed} done`);
    }
    const settings = { ...protocol, learningRate: optimizer.learningRate, keptSteps };
    return { settings, seeds, ...fingerprintField(fingerprints), networks };
  },
} satisfies Experiment;
