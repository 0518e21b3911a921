/** What stands in a cell; null where the paper gives nothing. */
type PaperCell = string | number | null;

/** A column of a table of the paper. */
interface PaperColumn {
  /** Short name in lower case, by which texts take a number: `last` in `50.mixup.last`. */
  readonly key: string;
  /** What stands above the column. */
  readonly name: string;
  /** Unit of its numbers, such as "%". */
  readonly unit?: string;
  /** Decimals that the paper prints; a column without them holds words or settings. */
  readonly decimals?: number;
}

/** A row, with one cell for each column. */
interface PaperRow {
  /** Name in lower case, unique in its table: `50.mixup`. */
  readonly key: string;
  readonly cells: readonly PaperCell[];
}

/** A table of the paper, or a figure as a table. */
export interface PaperTable {
  /** Anchor, and name of the CSV file: `table-2`, `figure-3a`. */
  readonly id: string;
  /** Where the paper has it: "Table 2", "Figure 3a". */
  readonly place: string;
  /** Section of the paper that discusses it: "Sec. 3.4". */
  readonly section: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** What was measured and how to read it, in our words. */
  readonly caption: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** How the numbers were measured, where the paper only draws them; each of them then is "about". */
  readonly readOff?: string;
  /** What a reader would need to repeat the experiment and the paper does not say. */
  readonly unstated: readonly string[];
  /** Where the paper's text and its numbers disagree, and other traps. */
  readonly slips: readonly string[];
}

/** A table as its module writes it: rows of facts, and how each column takes its cell from them. */
interface PaperTableSource<Fact> extends Omit<PaperTable, 'columns' | 'rows' | 'slips'> {
  readonly facts: readonly Fact[];
  readonly key: (fact: Fact) => string;
  readonly columns: readonly (PaperColumn & { readonly of: (fact: Fact) => PaperCell })[];
  /** Takes numbers as texts by row and column, so that a note repeats none by hand. */
  readonly slips?: (show: (of: string) => string) => readonly string[];
}

/**
 * Shapes rows of facts into a table and checks it.
 *
 * @throws Error that names the table, what was expected and what came: a key that is unfit or taken twice, a cell that is no
 *   number where decimals are given, or a percentage outside 0 to 100
 */
export function definePaperTable<Fact>(source: PaperTableSource<Fact>): PaperTable {
  const { facts, key, columns, slips, ...rest } = source;
  const rows = facts.map((fact) => ({ key: key(fact), cells: columns.map(({ of }) => of(fact)) }));
  const table: PaperTable = { ...rest, columns, rows, slips: [] };
  check(table);
  return { ...table, slips: slips?.((of) => cellAt(table, of).text) ?? [] };
}

/** A cell as a text: as many decimals as the paper prints, a dash where it gives nothing. */
export function cellText({ decimals }: PaperColumn, cell: PaperCell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' && decimals !== undefined ? cell.toFixed(decimals) : String(cell);
}

/** Any cell, by the keys of its row and column; null where there is none. */
export function cellOf({ columns, rows }: PaperTable, row: string, column: string): PaperCell {
  const index = columns.findIndex(({ key }) => key === column);
  return rows.find(({ key }) => key === row)?.cells[index] ?? null;
}

/** A number of a table with everything needed to write it. */
interface FoundCell {
  readonly value: number;
  readonly text: string;
  readonly column: PaperColumn;
}

/**
 * The number at a row and a column.
 *
 * @param of key of the row, a full stop, key of the column: `50.mixup.last`
 * @throws Error that lists the keys there are
 */
export function cellAt({ id, columns, rows }: PaperTable, of: string): FoundCell {
  const split = of.lastIndexOf('.');
  const [rowKey, columnKey] = [of.slice(0, Math.max(0, split)), of.slice(split + 1)];
  const row = rows.find(({ key }) => key === rowKey);
  if (!row) throw new Error(`${id} has no row "${rowKey}". There are: ${rows.map(({ key }) => key).join(', ')}.`);
  const index = columns.findIndex(({ key }) => key === columnKey);
  const column = columns[index];
  const value = row.cells[index];
  if (!column || typeof value !== 'number') {
    const keys = columns.filter((_, k) => typeof row.cells[k] === 'number').map(({ key }) => key);
    throw new Error(
      `${id}, row "${rowKey}", has no number "${columnKey}". There are: ${keys.join(', ')}. Write the row, a full stop and the column.`,
    );
  }
  return { value, text: cellText(column, value), column };
}

function check({ id, columns, rows }: PaperTable): void {
  for (const [what, keys] of [
    ['row', rows.map(({ key }) => key)],
    ['column', columns.map(({ key }) => key)],
  ] as const) {
    keys.forEach((key, k) => {
      if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(key))
        throw new Error(
          `${id}: expected a ${what} key of lower-case letters, digits, hyphens and full stops, came "${key}".`,
        );
      if (keys.indexOf(key) !== k) throw new Error(`${id}: expected each ${what} key once, came "${key}" twice.`);
    });
  }
  for (const { key, cells } of rows) {
    cells.forEach((cell, k) => {
      const { key: column, unit, decimals } = columns[k] as PaperColumn;
      if (decimals === undefined || cell === null) return;
      if (typeof cell !== 'number' || !Number.isFinite(cell))
        throw new Error(`${id}, ${key}.${column}: expected a number, came ${JSON.stringify(cell)}.`);
      if (unit === '%' && (cell < 0 || cell > 100))
        throw new Error(`${id}, ${key}.${column}: expected a percentage, came ${cell}.`);
    });
  }
}
