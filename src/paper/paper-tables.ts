import type { PaperTable } from './paper-table.ts';
import { figure2 } from './tables/figure-2.ts';
import { figure3a } from './tables/figure-3a.ts';
import { figure3b } from './tables/figure-3b.ts';
import { figure4 } from './tables/figure-4.ts';
import { table1 } from './tables/table-1.ts';
import { table2 } from './tables/table-2.ts';
import { table3 } from './tables/table-3.ts';
import { table4 } from './tables/table-4.ts';
import { table5 } from './tables/table-5.ts';

/** Every table of results in the paper, in its order. */
export const paperTables: readonly PaperTable[] = [
  figure2,
  table1,
  figure3a,
  figure3b,
  figure4,
  table2,
  table3,
  table4,
  table5,
];

/**
 * The table with an id.
 *
 * @throws Error that lists the ids there are
 */
export function paperTable(id: string): PaperTable {
  const table = paperTables.find((one) => one.id === id);
  if (table) return table;
  throw new Error(`There is no table "${id}" of the paper. There are: ${paperTables.map((one) => one.id).join(', ')}.`);
}

/** Root-relative path of a table as CSV. */
export const csvPath = ({ id }: PaperTable): string => `/paper/${id}.csv`;
