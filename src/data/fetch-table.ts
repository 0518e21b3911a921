import { parseTable, type LabeledTable } from '../core/data/table.ts';
import { fetchData } from './fetch-data.ts';
import { fetchOnce } from './fetch-once.ts';

const fetchers = new Map<string, () => Promise<LabeledTable>>();

/**
 * A table of `public/data/`, fetched once for all figures of a page.
 *
 * @param name of the file, without its ending
 * @throws Error with the status, if the file cannot be had
 */
export function fetchTable(name: string): Promise<LabeledTable> {
  const fetcher = fetchers.get(name) ?? fetchOnce(async () => parseTable(await fetchData(`${name}.csv`), name));
  fetchers.set(name, fetcher);
  return fetcher();
}
