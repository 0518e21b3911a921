/** The shape of the JSON files that this project writes for itself. It is raised when that of any of them changes. */
export const fileFormat = 1;

/**
 * Expects a JSON file that this project wrote to be of the {@link fileFormat} that the code reads, as `versions.format` says.
 *
 * @param name of the file, for the message
 * @param file what was parsed from it
 * @param remedy what to do if it is of another format, as a sentence
 * @throws RangeError that names the file and says what was expected, what came and what to do
 */
export function expectFormat(name: string, file: unknown, remedy: string): Readonly<Record<string, unknown>> {
  const format = isRecord(file) && isRecord(file['versions']) ? file['versions']['format'] : undefined;
  if (isRecord(file) && format === fileFormat) return file;
  const came = typeof format === 'number' ? `format ${format}` : 'a file that names no format';
  throw new RangeError(`${name}: expected format ${fileFormat}, got ${came}. ${remedy}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
