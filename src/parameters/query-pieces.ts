/** One `name=value` of a query. */
export interface QueryPiece {
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
      return { name: decode(name), value: decode(value), text };
    });
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
