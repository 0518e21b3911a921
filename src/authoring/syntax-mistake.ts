import { messageOf } from '../core/error-message.ts';

/** What MDX says where it can't read a text, and what to do then. The first that fits counts. */
const remedies: readonly (readonly [said: RegExp, remedy: string])[] = [
  [/to create a comment in MDX/, 'Write a comment as {/* … */}.'],
  [
    /expected a closing tag for|Expected the closing tag|Unexpected closing (slash|tag)/i,
    'Close each tag where it was opened: <Aside> … </Aside>, <br />.',
  ],
  [/before attribute value/, 'Put what a property is set to into quotes, as in id="blend", a number into braces.'],
  [/before name/, 'Write \\< for a sign that is no tag, as in n \\< 5.'],
  [
    /expression with acorn|in expression|closing brace|Unexpected lazy line in expression/i,
    'Write \\{ for a brace that is no expression, and close each brace.',
  ],
  [/end of file/, 'Close the last tag, brace or quote that is open.'],
];

/**
 * A text that MDX can't read, as a mistake.
 *
 * @param error what it has thrown
 * @param source the text
 */
export function syntaxMistake(error: unknown, source: string): { line: number; text: string } {
  const { line, place } = error as { line?: number; place?: { line?: number; start?: { line: number } } };
  const message = messageOf(error).replace(/\s+/g, ' ').trim();
  const [, remedy = 'Look for a sign < or { that begins no tag and no expression, and put a \\ before it.'] =
    remedies.find(([said]) => said.test(message)) ?? [];
  const [, told] = /^(\d+):\d+/.exec(message) ?? [];
  // A tag that is never closed is missed at the end of the text, and is to be mended where it was opened.
  const [, opened] = /closing tag for `<[^`]*` \((\d+):/.exec(message) ?? [];
  const end = source.split('\n').length;
  const at = Number(opened ?? line ?? place?.line ?? place?.start?.line ?? told ?? end);
  const short = message.length > 200 ? `${message.slice(0, 199)}…` : message;
  return { line: at, text: `This can't be read: ${short}${/[.!?]$/.test(short) ? '' : '.'} ${remedy}` };
}
