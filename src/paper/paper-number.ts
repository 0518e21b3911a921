import { cellAt } from './paper-table.ts';
import { paperTable } from './paper-tables.ts';

/** A number of the paper as a text writes it. */
interface WrittenNumber {
  /** With a true minus sign, without its unit. */
  readonly text: string;
  /** Its unit, such as "%", or nothing. */
  readonly unit: string;
  /** Whether it was read off a drawing, so that the text must say "about". */
  readonly isReadOff: boolean;
}

/**
 * A number of the paper, or the difference of two.
 *
 * @param id of the table, such as `table-2`
 * @param of row and column: `50.mixup.last`
 * @param minus row and column of a number in the same table to subtract; the difference of two percentages is in points
 * @throws Error that lists what there is
 */
export function paperNumber(id: string, of: string, minus?: string): WrittenNumber {
  const table = paperTable(id);
  const { text, value, column } = cellAt(table, of);
  const isReadOff = table.readOff !== undefined && column.key !== 'lambda';
  if (minus === undefined) return { text, unit: column.unit ?? '', isReadOff };
  const change = (value - cellAt(table, minus).value).toFixed(column.decimals ?? 0);
  const unit = column.unit === '%' ? 'points' : (column.unit ?? '');
  return { text: change.replace('-', '−'), unit, isReadOff };
}
