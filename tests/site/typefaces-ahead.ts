/** The typefaces that a page asks for ahead of its text, where the line is quick. */
export function typefacesAhead(html: string): string[] {
  const named = html.matchAll(/<script data-files="([^"]+)"/g);
  return Array.from(named, ([, files = '']) => files.split(' ')).flat();
}
