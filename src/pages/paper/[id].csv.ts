import type { APIRoute, GetStaticPaths } from 'astro';
import { toCsv } from '../../figures/table/csv.ts';
import { cellText } from '../../paper/paper-table.ts';
import { paperTable, paperTables } from '../../paper/paper-tables.ts';

export const getStaticPaths: GetStaticPaths = () => paperTables.map(({ id }) => ({ params: { id } }));

/** A table of the paper as CSV: numbers with the decimals of the paper, nothing where it gives none. */
export const GET: APIRoute = ({ params }) => {
  const { columns, rows } = paperTable(params['id'] ?? '');
  return new Response(
    toCsv({
      columns: columns.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)),
      rows: rows.map(({ cells }) => columns.map((column, k) => textOf(column, cells[k] ?? null))),
    }),
  );
};

const textOf = (column: Parameters<typeof cellText>[0], cell: Parameters<typeof cellText>[1]): string =>
  cell === null ? '' : cellText(column, cell);
