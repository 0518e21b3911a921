import type { DataSet } from './data-set.ts';

/** A data set read from a file, with the names in it. */
export interface LabeledTable extends DataSet {
  /** Names of the columns of `inputs`. */
  readonly columns: readonly string[];
  /** Name of each class: numbers in rising order, other names in alphabetical order. */
  readonly classNames: readonly string[];
}

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads comma-separated text: a header line, then one row a line; every column holds numbers but the last, which is named
 * `label` and holds the name of the row's class. Blanks around cells are ignored; quotes are not supported.
 *
 * @param text the file's text
 * @param name what to call the file in messages
 * @throws RangeError that names the file, line and column of the first fault
 */
export function parseTable(text: string, name: string): LabeledTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const fail = (line: number, problem: string): never => {
    throw new RangeError(`${name}, line ${line}: ${problem}.`);
  };
  const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim());

  const header = cellsOf(lines[0] ?? '');
  const columns = header.slice(0, -1);
  if (columns.length === 0 || header.at(-1) !== 'label') {
    fail(1, `expected a header of column names that ends with "label", got "${lines[0] ?? ''}"`);
  }
  columns.forEach((column, c) => {
    if (column === '') fail(1, `column ${c + 1} has no name`);
    if (column === 'label') fail(1, `column ${c + 1} is named "label", which only the last may be`);
    if (header.indexOf(column) !== c) fail(1, `column ${c + 1} repeats the name "${column}"`);
  });
  if (lines.length < 2) fail(2, 'expected rows below the header, got none');

  const inputs = new Float32Array((lines.length - 1) * columns.length);
  const rowNames = lines.slice(1).map((line, row) => {
    const cells = cellsOf(line);
    if (cells.length !== header.length) fail(row + 2, `expected ${header.length} cells, got ${cells.length}`);
    columns.forEach((column, c) => {
      const cell = cells[c] as string;
      const value = numberPattern.test(cell) ? Math.fround(Number(cell)) : Number.NaN;
      if (!Number.isFinite(value)) {
        fail(row + 2, `column ${c + 1} ("${column}"): expected a number in the range of float32, got "${cell}"`);
      }
      inputs[row * columns.length + c] = value;
    });
    const label = cells.at(-1) as string;
    if (label === '') fail(row + 2, `column ${header.length} ("label"): expected the name of a class, got nothing`);
    return label;
  });

  const classNames = inOrder([...new Set(rowNames)]);
  if (classNames.length < 2 || classNames.length > 256) {
    throw new RangeError(`${name}: expected 2 to 256 classes in column "label", got ${classNames.length}.`);
  }
  const numbers = new Map(classNames.map((className, k) => [className, k]));
  const labels = Uint8Array.from(rowNames, (rowName) => numbers.get(rowName) as number);
  return { inputs, labels, classes: classNames.length, width: columns.length, columns, classNames };
}

function inOrder(names: string[]): string[] {
  if (names.every((each) => numberPattern.test(each))) return names.sort((a, b) => Number(a) - Number(b));
  return names.sort();
}
