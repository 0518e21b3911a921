/** The typefaces that a page asks for ahead of its text: linked, or named for the script that asks for them where the line is quick. */
export function typefacesAhead(html: string): string[] {
  const linked = html.matchAll(/<link rel="preload" href="([^"]+)" as="font"/g);
  const named = html.matchAll(/<script data-files="([^"]+)"/g);
  return [
    ...Array.from(linked, ([, href = '']) => href),
    ...Array.from(named, ([, files = '']) => files.split(' ')).flat(),
  ];
}
