import type { ContenderName } from '../contenders.ts';
import type { Contender, OpenContender, Training } from './bench-page.ts';
import { countDispatches } from './count-dispatches.ts';

/** Offers contenders to Node as `window.bench`. */
export function serveContender(openers: Partial<Record<ContenderName, OpenContender>>): void {
  let contender: Contender | undefined;
  let training: Training | undefined;
  const points = new Map<number, Float32Array>();

  const atHand = (): Training => {
    if (!training) throw new Error('Nothing is prepared.');
    return training;
  };
  window.bench = {
    async open(name, problem) {
      const open = openers[name];
      if (!open) throw new RangeError(`This page does not have the contender "${name}".`);
      const start = performance.now();
      contender = await open();
      training = await contender.prepare(problem);
      await training.train(1);
      expectNumbers(await training.readBack());
      return { device: contender.device, milliseconds: performance.now() - start };
    },
    async prepare(problem) {
      if (!contender) throw new Error('No contender is open.');
      training?.dispose();
      training = await contender.prepare(problem);
    },
    async train(steps) {
      const start = performance.now();
      await atHand().train(steps);
      const parameters = await atHand().readBack();
      const milliseconds = performance.now() - start;
      expectNumbers(parameters);
      return milliseconds;
    },
    countDispatches: (steps) => countDispatches(() => atHand().train(steps)),
    async evaluateGrid(side) {
      const grid = points.get(side) ?? gridPoints(side);
      points.set(side, grid);
      const start = performance.now();
      const results = await atHand().evaluate(grid);
      const milliseconds = performance.now() - start;
      expectNumbers(results);
      return milliseconds;
    },
    dispose() {
      training?.dispose();
      training = undefined;
    },
  };
}

/** A contender that computes NaN is not measured: it would not do the same work. */
function expectNumbers(values: ArrayLike<number>): void {
  for (let k = 0; k < values.length; k += 1) {
    if (!Number.isFinite(values[k])) throw new Error(`Result ${k} of ${values.length} is ${values[k]}.`);
  }
  if (values.length === 0) throw new Error('A read-back came back empty.');
}

function gridPoints(side: number): Float32Array {
  const points = new Float32Array(2 * side * side);
  const place = (index: number): number => (3 * (index + 0.5)) / side - 1.5;
  for (let k = 0; k < side * side; k += 1) {
    points[2 * k] = place(k % side);
    points[2 * k + 1] = place(Math.floor(k / side));
  }
  return points;
}
