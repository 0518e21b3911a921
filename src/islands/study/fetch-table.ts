import { parseTable, type Table } from '../../core/data/table.ts';

const tables = new Map<string, Promise<Table>>();

/**
 * A table of `public/data/`, fetched once for all studies of a page; a failed download is tried again.
 *
 * @param name of the file, without its ending
 * @throws Error with the status, if the file cannot be had
 */
export function fetchTable(name: string): Promise<Table> {
  const fetched = tables.get(name) ?? download(name);
  tables.set(name, fetched);
  fetched.catch(() => tables.delete(name));
  return fetched;
}

async function download(name: string): Promise<Table> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/${name}.csv`);
  if (!response.ok)
    throw new Error(
      `The data (${name}.csv) could not be fetched (status ${response.status}). Check the connection and try again.`,
    );
  return parseTable(await response.text(), name);
}
