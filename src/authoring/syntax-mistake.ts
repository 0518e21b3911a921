import { messageOf } from '../core/error-message.ts';

/** What MDX says where it can't read a text, and what to do then. The first that fits counts. */
const remedies: readonly (readonly [said: RegExp, remedy: string])[] = [
  [/to create a comment in MDX/, 'Write a comment as {/* … */}.'],
  [
    /expected a closing tag for|Expected the closing tag|Unexpected closing (slash|tag)/i,
    'Close each tag where it was opened: <Aside> … </Aside>, <br />.',
  ],
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
  const at =
    line ?? place?.line ?? place?.start?.line ?? (told === undefined ? source.split('\n').length : Number(told));
  const short = message.length > 200 ? `${message.slice(0, 199)}…` : message;
  return { line: at, text: `This can't be read: ${short}${/[.!?]$/.test(short) ? '' : '.'} ${remedy}` };
}
