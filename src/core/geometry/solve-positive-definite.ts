import { expectLength } from '../expect.ts';

/**
 * Solves `matrix · x = right` for a symmetric, positive definite matrix, by its Cholesky factors.
 *
 * @param matrix rows of the matrix; only the entries on and below the diagonal are read
 * @param right the right-hand side, one entry for each row
 * @throws RangeError if the matrix is not positive definite
 */
export function solvePositiveDefinite(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  expectLength('right', right, matrix.length, 'entries, one for each row');
  const factor = choleskyFactor(matrix);
  const forward: number[] = [];
  right.forEach((value, i) => {
    forward.push((value - dot(factor[i] as number[], forward, i)) / entry(factor, i, i));
  });
  const solution = new Array<number>(right.length).fill(0);
  for (let i = right.length - 1; i >= 0; i -= 1) {
    let rest = forward[i] as number;
    for (let k = i + 1; k < right.length; k += 1) rest -= entry(factor, k, i) * (solution[k] as number);
    solution[i] = rest / entry(factor, i, i);
  }
  return solution;
}

/** The lower triangle L with L · Lᵀ = matrix. */
function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const row: number[] = [];
    factor.push(row);
    for (let j = 0; j < i; j += 1) {
      row.push((entry(matrix, i, j) - dot(row, factor[j] as number[], j)) / entry(factor, j, j));
    }
    const square = entry(matrix, i, i) - dot(row, row, i);
    if (!(square > 0)) throw new RangeError(`matrix: expected a positive definite one, failed at row ${i}.`);
    row.push(Math.sqrt(square));
  }
  return factor;
}

const entry = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] as number;

/** Scalar product of the first `length` entries. */
function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
