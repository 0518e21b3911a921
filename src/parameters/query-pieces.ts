/** One `name=value` of a query. */
export interface QueryPiece {
  /** In lower case, without what is left of an `&amp;` that was copied out of HTML. */
  readonly name: string;
  readonly value: string;
  /** As it stands in the address. */
  readonly text: string;
}

/**
 * Takes a query apart without changing it, unlike `URLSearchParams`, which writes foreign parameters anew.
 * Never throws: what is no valid percent encoding is taken as it stands.
 */
export function queryPieces(search: string): QueryPiece[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((text) => text !== '')
    .map((text) => {
      const equals = text.indexOf('=');
      const [name, value] = equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
      return { name: nameMeant(decode(name)), value: decode(value), text };
    });
}

/** The first value of a parameter, whatever the case of its name; nothing if the query has none. */
export function queryValue(search: string, name: string): string | undefined {
  return queryPieces(search).find((piece) => piece.name === name.toLowerCase())?.value;
}

/** Whether a query names any parameter of a figure. */
export function namesFigure(search: string, figure: string): boolean {
  return queryPieces(search).some((piece) => belongsTo(piece, figure));
}

/** Whether a piece is a parameter of a figure, `<figure>.<key>`. */
export function belongsTo({ name }: QueryPiece, figure: string): boolean {
  return name.startsWith(`${figure.toLowerCase()}.`);
}

/**
 * Writes some parameters of a figure into a query as they stand, in place of what it says of them. A preset takes the place of
 * all that the query says of the figure, as it does in the figure itself.
 *
 * @param settings texts by key
 * @returns the new query with its question mark
 */
export function withSettings(search: string, figure: string, settings: Readonly<Record<string, string>>): string {
  const names = new Set(['v', ...Object.keys(settings).map((key) => `${figure}.${key}`.toLowerCase())]);
  const isReplaced = (piece: QueryPiece): boolean =>
    names.has(piece.name) || ('preset' in settings && belongsTo(piece, figure));
  const others = queryPieces(search).filter((piece) => !isReplaced(piece));
  const own = Object.entries(settings).map(([key, value]) => `${figure}.${key}=${encodeURIComponent(value)}`);
  return `?${['v=1', ...others.map(({ text }) => text), ...own].join('&')}`;
}

const nameMeant = (name: string): string => name.toLowerCase().replace(/^(?:amp;)+/, '');

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
