const beginsAsNumber = /^[-\d]/;

/** Lays rows out in columns: those whose last cell is a number, or a dash for a missing one, to the right; others to the left. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const last = rows.at(-1) ?? [];
  const columns = last.map((cell, c) => ({
    width: Math.max(...rows.map((row) => (row[c] ?? '').length)),
    right: c > 0 && beginsAsNumber.test(cell),
  }));
  const line = (row: readonly string[]): string =>
    columns
      .map(({ width, right }, c) => (right ? (row[c] ?? '').padStart(width) : (row[c] ?? '').padEnd(width)))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
