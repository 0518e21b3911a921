import { createHash } from 'node:crypto';

/**
 * The edition of an article's words: eight letters that change with its title, description, summary or text, and with nothing else. A
 * translation names the edition it was made from.
 *
 * @param source the whole file
 */
export function editionOf(source: string): string {
  const [matter = '', ...text] = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split(/^---[ \t]*$/m)
    .slice(1);
  const words = matter.match(/^(title|description|summary):.*(\n[ \t]+.*)*/gm) ?? [];
  const hash = createHash('sha256')
    .update([...words, text.join('---').trim()].join('\n'))
    .digest('hex');
  // Letters alone: of figures, YAML would make a number.
  return hash.slice(0, 8).replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}
