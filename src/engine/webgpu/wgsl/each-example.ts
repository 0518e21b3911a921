/**
 * One line of WGSL for each of a tile's four examples. They are written out, since a matrix that is indexed by a variable
 * does not stay in registers everywhere.
 *
 * @param line the line for example `e`, a literal
 */
export function eachExample(line: (e: string) => string): string {
  return ['0u', '1u', '2u', '3u'].map(line).join('\n');
}
