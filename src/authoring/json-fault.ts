import { messageOf } from '../core/error-message.ts';

/** How many characters before the fault an engine shows, where it shows a piece of the text. */
const shownBefore = 10;

/**
 * Where a text stops being JSON.
 *
 * @returns its line, from 1, and what is said of it; nothing where it is JSON
 */
export function jsonFault(source: string): { line: number; what: string } | undefined {
  // An engine's message would show a character that cannot be seen.
  if (source.startsWith('\uFEFF'))
    return { line: 1, what: 'it begins with a byte order mark. Save it as UTF-8 without one' };
  try {
    JSON.parse(source);
    return undefined;
  } catch (error) {
    const message = messageOf(error);
    const line = source.slice(0, offsetOf(message, source)).split('\n').length;
    const [what = message] = message.split(/, (?:\.\.\.)?"| in JSON| \(line| at position/);
    return { line, what };
  }
}

/** Engines name a place, or show a piece of the text around it. */
function offsetOf(message: string, source: string): number {
  const [, place] = /at position (\d+)/.exec(message) ?? [];
  if (place !== undefined) return Number(place);
  const [, token = '', dots = '', piece] =
    /^Unexpected token '(.+?)', (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  if (piece === undefined) return source.length;
  return source.indexOf(piece) + piece.indexOf(token, dots === '' ? 0 : Math.min(shownBefore, piece.length - 1));
}
