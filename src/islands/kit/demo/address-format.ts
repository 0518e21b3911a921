import type { ParameterTable, ValuesOf } from '../../../parameters/parameter.ts';
import { withSettings } from '../../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../../parameters/url-codec.ts';

/** How a figure is written to an address and read from one. */
export interface AddressFormat<State> {
  /** Reads the query of an address; `state` is missing where it does not name the figure. */
  readonly read: (search: string) => ReadAddress<State>;
  /** What words in the text ask for, with what is there now. */
  readonly changed: (set: Readonly<Record<string, string>>, now: State) => ReadAddress<State>;
  /** Writes a state into a query. */
  readonly write: (search: string, state: State) => string;
}

/** A state read from an address, with sentences on what was not possible. */
export interface ReadAddress<State> {
  readonly state: State | undefined;
  readonly notices: readonly string[];
}

/** The address of a figure that is described by its table of parameters alone. */
export function tableFormat<T extends ParameterTable>(figure: string, table: T): AddressFormat<ValuesOf<T>> {
  const read = (search: string): ReadAddress<ValuesOf<T>> => {
    const { values, notices, present } = parseQuery(search, figure, table);
    return { state: present ? values : undefined, notices };
  };
  return {
    read,
    changed: (set, now) => read(withSettings(formatQuery('', figure, table, now), figure, set)),
    write: (search, state) => formatQuery(search, figure, table, state),
  };
}
