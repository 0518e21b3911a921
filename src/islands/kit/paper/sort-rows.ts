/** The order of a sorted column, as `aria-sort` names it; null is the order in which the rows came. */
export type SortOrder = 'ascending' | 'descending' | null;

/** What the next click on the same header asks for. */
export function nextOrder(order: SortOrder): SortOrder {
  if (order === null) return 'ascending';
  return order === 'ascending' ? 'descending' : null;
}

/**
 * The rows in order of a value: numbers by size if all values are numbers, otherwise as words. Rows without a value come last
 * either way, and equal ones keep their order.
 *
 * @param value a row's value as a text; empty where it has none
 */
export function sortedRows<Row>(rows: readonly Row[], value: (row: Row) => string, order: SortOrder): Row[] {
  if (order === null) return [...rows];
  const known = rows.filter((row) => value(row) !== '');
  const isNumeric = known.every((row) => Number.isFinite(Number(value(row))));
  const compare = (a: Row, b: Row): number =>
    isNumeric
      ? Number(value(a)) - Number(value(b))
      : value(a).localeCompare(value(b), 'en', { numeric: true, sensitivity: 'base' });
  const sign = order === 'ascending' ? 1 : -1;
  return [...known.toSorted((a, b) => sign * compare(a, b)), ...rows.filter((row) => value(row) === '')];
}
