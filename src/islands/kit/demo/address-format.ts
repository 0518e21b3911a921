import type { ParameterTable, ValuesOf } from '../../../parameters/parameter.ts';
import { withSettings } from '../../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../../parameters/url-codec.ts';

/** How a figure is written to an address and read from one. */
export interface AddressFormat<Place> {
  /** Reads the query of an address; `place` is missing where it does not name the figure. */
  readonly read: (search: string) => ReadPlace<Place>;
  /** What words in the text ask for, with what is there now. */
  readonly changed: (set: Readonly<Record<string, string>>, now: Place) => ReadPlace<Place>;
  /** Writes a place into a query. */
  readonly write: (search: string, place: Place) => string;
}

/** A place read from an address, with sentences on what was not possible. */
export interface ReadPlace<Place> {
  readonly place: Place | undefined;
  readonly problems: readonly string[];
}

/** The address of a figure that is described by its table of parameters alone. */
export function tableFormat<T extends ParameterTable>(figure: string, table: T): AddressFormat<ValuesOf<T>> {
  const read = (search: string): ReadPlace<ValuesOf<T>> => {
    const { values, problems, present } = parseQuery(search, figure, table);
    return { place: present ? values : undefined, problems };
  };
  return {
    read,
    changed: (set, now) => read(withSettings(formatQuery('', figure, table, now), figure, set)),
    write: (search, place) => formatQuery(search, figure, table, place),
  };
}
