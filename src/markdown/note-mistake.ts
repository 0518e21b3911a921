import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes, Root } from 'mdast';
import type { VFile } from 'vfile';

type Message = VFile['messages'][number];

/** Mistakes in an article's text, all of them; the message has one in each paragraph. */
export class ArticleMistakes extends Error {
  override readonly name = 'ArticleMistakes';
  readonly mistakes: readonly { readonly line: number; readonly text: string }[];
  /** Of the first. */
  readonly line: number;
  readonly column: number;

  constructor(messages: readonly Message[]) {
    const [first, ...others] = messages;
    // Where the first stands is told beside the message.
    super([first?.reason ?? '', ...others.map(({ line, reason }) => `Line ${line ?? 1}: ${reason}`)].join('\n'));
    this.mistakes = messages.map(({ line, reason }) => ({ line: line ?? 1, text: reason }));
    this.line = first?.line ?? 1;
    this.column = first?.column ?? 1;
  }
}

type Place = HastNodes | MdastNodes | HastNodes['position'];

/**
 * Notes a mistake: what is wrong and what to write instead. The article is refused once all of it has been looked at.
 *
 * @param place where it stands; the first line where it is not known
 */
export function noteMistake(file: VFile, text: string, place: Place): void {
  file.message(text, place && 'type' in place ? place.position : place).fatal = true;
}

/** Refuses an article with mistakes, all at once. Comes after everything that notes one. */
export function rehypeRefuseMistakes() {
  return (_tree: unknown, file: VFile): void => {
    const mistakes = new Map<string, Message>();
    // What is wrong with a component by itself is said before what follows from it.
    for (const message of file.messages.filter(({ fatal }) => fatal === true)) {
      const at = `${message.line}:${message.column}`;
      if (!mistakes.has(at)) mistakes.set(at, message);
    }
    if (mistakes.size > 0)
      throw new ArticleMistakes([...mistakes.values()].sort((a, b) => (a.line ?? 1) - (b.line ?? 1)));
  };
}

/** Where an article begins. */
export const beginning = (tree: Root): MdastNodes => tree.children[0] ?? tree;
