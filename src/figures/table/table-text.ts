import type { Table } from './csv.ts';
import { formatNumber } from '../chart/linear-scale.ts';

/** Digits that the largest number of a column shows at least. */
const significantDigits = 4;

/**
 * The cells of a table as texts for reading: each column of numbers has as many decimals as its largest number needs
 * for four significant digits, and whole numbers stay whole.
 */
export function tableText({ columns, rows }: Table): string[][] {
  const decimals = columns.map((_, column) => decimalsOf(rows.map((row) => row[column])));
  return rows.map((row) =>
    row.map((cell, column) =>
      typeof cell === 'number' && Number.isFinite(cell) ? formatNumber(cell, decimals[column] as number) : String(cell),
    ),
  );
}

function decimalsOf(cells: readonly (string | number | undefined)[]): number {
  const numbers = cells.filter((cell) => typeof cell === 'number' && Number.isFinite(cell)) as number[];
  if (numbers.every(Number.isInteger)) return 0;
  const largest = Math.max(...numbers.map(Math.abs));
  return Math.min(8, Math.max(0, significantDigits - 1 - Math.floor(Math.log10(largest))));
}
