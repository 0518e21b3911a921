import { exp } from '../elementary/exponential.ts';
import { expectLength, expectNumber } from '../expect.ts';
import type { CellGrid, FallenBlends } from './asked-in-plane.ts';

/** How many widths of the kernel are looked at; beyond lies less than a 10,000th of it. */
const kernelWidths = 4;

/**
 * The answer that mixup's loss asks for in each cell: the mean label of the blends that fall there, over a neighborhood whose width
 * is chosen. An estimate over a neighborhood is needed where blends are few: there a single pair decides a whole cell.
 *
 * @param blends that fall into the cells of the grid
 * @param width standard deviation of the Gaussian kernel that weighs neighboring cells, in units of the plane; 0 for the cell alone
 * @returns probability of class B, `[cells * cells]`; NaN in cells that no segment reaches, where mixup asks for nothing
 * @throws RangeError that names the argument
 */
export function askedAnswers({ all, classB }: FallenBlends, { reach, cells }: CellGrid, width: number): Float64Array {
  expectLength('all', all, cells * cells);
  expectNumber('width', width, 0, reach);
  const kernel = gaussianKernel((width * cells) / (2 * reach));
  const sum = blurred(all, cells, kernel);
  const sumOfB = blurred(classB, cells, kernel);
  return sum.map((probability, cell) => ((all[cell] as number) > 0 ? (sumOfB[cell] as number) / probability : NaN));
}

/** Weights of a cell and of those after it on one side, for a standard deviation in cells. */
function gaussianKernel(deviation: number): Float64Array {
  if (deviation === 0) return Float64Array.of(1);
  return Float64Array.from({ length: Math.ceil(kernelWidths * deviation) + 1 }, (_, far) =>
    exp(-(far * far) / (2 * deviation * deviation)),
  );
}

/** Adds up neighbors by the kernel's weights, along rows and then along columns. */
function blurred(values: Float64Array, cells: number, kernel: Float64Array): Float64Array {
  const alongRows = new Float64Array(values.length);
  const result = new Float64Array(values.length);
  const pass = (from: Float64Array, to: Float64Array, along: number, across: number): void => {
    for (let line = 0; line < cells; line += 1) {
      for (let at = 0; at < cells; at += 1) {
        const first = Math.max(0, at - kernel.length + 1);
        const last = Math.min(cells - 1, at + kernel.length - 1);
        let sum = 0;
        for (let other = first; other <= last; other += 1)
          sum += (kernel[Math.abs(other - at)] as number) * (from[line * across + other * along] as number);
        to[line * across + at * along] = sum;
      }
    }
  };
  pass(values, alongRows, 1, cells);
  pass(alongRows, result, cells, 1);
  return result;
}

/**
 * What is asked for at a place: the answer of its cell, or where no segment reaches that, of the nearest cell that one does.
 *
 * @param answers of {@link askedAnswers}, at least one of them a number
 * @returns probability of class B
 * @throws RangeError where nothing is asked for anywhere
 */
export function askedAt(answers: Float64Array, { reach, cells }: CellGrid, x: number, y: number): number {
  const [column, row] = [x, y].map((value) => Math.floor(((value / reach + 1) / 2) * cells)) as [number, number];
  const isInside = column >= 0 && row >= 0 && column < cells && row < cells;
  const own = isInside ? (answers[row * cells + column] as number) : NaN;
  if (!Number.isNaN(own)) return own;
  let nearest = Infinity;
  let answer = NaN;
  answers.forEach((value, cell) => {
    if (Number.isNaN(value)) return;
    const [across, up] = [(cell % cells) - column, Math.floor(cell / cells) - row];
    const distance = across * across + up * up;
    if (distance >= nearest) return;
    nearest = distance;
    answer = value;
  });
  if (Number.isNaN(answer)) throw new RangeError('answers: expected a number in at least one cell, got none.');
  return answer;
}
