/** A table: names of columns, and rows of as many cells. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Tells Excel that a file is UTF-8; it takes α for Î± otherwise. */
const byteOrderMark = '\ufeff';

/**
 * The table as CSV after RFC 4180: comma separated, CRLF at the end of each line, quoted where needed; numbers in full. A byte
 * order mark stands before it if it has letters beyond ASCII, and only then: some readers take it for a part of the first name.
 */
export function toCsv({ columns, rows }: Table): string {
  const text = [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return /[^\0-\x7f]/.test(text) ? byteOrderMark + text : text;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
