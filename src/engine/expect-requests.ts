import { stepLimit, type Ensemble } from '../core/training/ensemble.ts';
import { expectFinite, expectIndices, expectInteger, expectLength, expectNumber } from '../core/expect.ts';
import { parameterCount } from '../core/training/network.ts';
import type { Grid, MixRequest, Snapshot } from './engine.ts';
import { stateFields } from './state-fields.ts';

/*
 * Checks of what callers hand to an engine, the same on all of them. Each throws a RangeError that names the argument,
 * what was expected and what came.
 */

/** Expects a network without convolutions. @throws RangeError with a sentence for the reader */
export function expectDense(ensemble: Ensemble): Ensemble {
  if (ensemble.network.convolutions?.length)
    throw new RangeError(
      'ensemble.network: expected fully connected layers, got convolutions, which this engine has not.',
    );
  return ensemble;
}

/** Expects a number of steps to train: at most 2^20 in one call. */
export function expectSteps(steps: number): number {
  return expectInteger('steps', steps, 0, 2 ** 20);
}

/** Expects that a run that has come to a step can train some more. */
export function expectStepsLeft({ batch }: Ensemble, step: number, steps: number): void {
  expectInteger(`steps (of a run that has come to step ${step})`, steps, 0, stepLimit(batch) - step);
}

/**
 * Expects finite points `[count, inputs]`, at least one.
 *
 * @returns how many points there are
 */
export function expectPoints({ network }: Ensemble, points: Float32Array): number {
  const inputs = network.sizes[0] as number;
  const count = expectInteger(`points.length / ${inputs} (points)`, points.length / inputs, 1);
  expectFinite('points', points);
  return count;
}

/** Expects soft labels `[count, classes]`, each in [0, 1] and each row summing to 1. */
export function expectSoftLabels({ network }: Ensemble, labels: Float32Array, count: number): void {
  const classes = network.sizes.at(-1) as number;
  expectLength('labels', labels, count * classes, `numbers, ${classes} for each of ${count} points`);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (let k = row * classes; k < (row + 1) * classes; k += 1) {
      sum += expectNumber(`labels[${k}]`, labels[k] as number, 0, 1);
    }
    expectNumber(`the labels of point ${row}, summed (1 within 0.001)`, sum, 0.999, 1.001);
  }
}

/** Expects the finite numbers of a snapshot of this ensemble. */
export function expectSnapshot({ network, members, batch }: Ensemble, snapshot: Snapshot): void {
  expectInteger('snapshot.step', snapshot.step, 0, Math.min(2 ** 31 - 1, stepLimit(batch)));
  const count = members.length * parameterCount(network);
  for (const name of stateFields) {
    const values = expectLength(`snapshot.${name}`, snapshot[name], count, `numbers for ${members.length} members`);
    expectFinite(`snapshot.${name}`, values);
  }
}

/** Expects rows to mix, existing row numbers and weights in [0, 1]. */
export function expectMixRequest({ rows, width, first, second, lambdas }: MixRequest): void {
  expectInteger('request.width', width, 1);
  const count = expectInteger(`request.rows.length / ${width} (rows)`, rows.length / width, 1);
  expectFinite('request.rows', rows);
  expectInteger('request.first.length (pairs)', first.length, 1);
  expectLength('request.second', second, first.length, 'row numbers, one for each pair');
  expectLength('request.lambdas', lambdas, first.length, 'weights, one for each pair');
  expectIndices('request.first', first, count);
  expectIndices('request.second', second, count);
  lambdas.forEach((lambda, k) => expectNumber(`request.lambdas[${k}]`, lambda, 0, 1));
}

/** Expects a request for points of the plane, their labels in [0, 1], and a grid of at most 1024 x 1024 cells. */
export function expectGridRequest(request: MixRequest, labels: Float32Array, grid: Grid): void {
  expectInteger('request.width (of points on a grid)', request.width, 2, 2);
  expectMixRequest(request);
  expectLength('labels', labels, request.rows.length / 2, 'numbers, one for each row');
  labels.forEach((label, k) => expectNumber(`labels[${k}]`, label, 0, 1));
  expectInteger('grid.columns', grid.columns, 1, 1024);
  expectInteger('grid.rows', grid.rows, 1, 1024);
  for (const axis of ['x', 'y'] as const) {
    const [from, to] = grid[axis];
    expectNumber(`grid.${axis}[0]`, from);
    expectNumber(`grid.${axis}[1]`, to);
    if (from === to) throw new RangeError(`grid.${axis}: expected two different edges, got ${from} twice.`);
  }
}
