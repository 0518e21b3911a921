import type { DataSet } from '../../src/core/data/data-set.ts';
import { moons } from '../../src/core/data/moons.ts';
import { takeRows } from '../../src/core/data/take-rows.ts';
import { allRows } from '../../src/core/training/ensemble.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { batch, type NetworkName, type Seeds } from './bench-settings.ts';
import type { Problem } from './page/bench-page.ts';

const trainingRows = 1000;

/** What is trained: two moons for the network with two inputs, handwritten digits for the one with 64. */
export async function createProblem(name: NetworkName, members: number, seeds: Seeds): Promise<Problem> {
  const data: DataSet =
    name === '2-16-16-2' ? moons(trainingRows, 0.1, 1) : takeRows(await readDigits(), allRows(trainingRows));
  return {
    sizes: name.split('-').map(Number),
    inputs: Array.from(data.inputs),
    labels: Array.from(data.labels),
    members,
    batch,
    learningRate: 0.003,
    seeds,
  };
}
