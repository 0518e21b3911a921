import { messageOf } from '../core/error-message.ts';
import { figureWords } from '../words/figure-words.ts';

/** How browsers put it that code or data did not come. */
const failedLoad =
  /dynamically imported module|importing a module script|failed to fetch|networkerror|load failed|unable to preload/i;

/**
 * What to tell readers of an error, whatever it is: a sentence that was written for them as it stands, and one that says
 * what to do in place of the language's own words. An error that nobody foresaw is also written into the console.
 *
 * @param unforeseen what to say of an error that nobody foresaw, if not that the figure stopped
 */
export function tellError(error: unknown, unforeseen = figureWords.stopped): string {
  const message = messageOf(error);
  if (isForeseen(error)) return message;
  logOnce(error);
  return failedLoad.test(message) ? figureWords.notLoaded : unforeseen;
}

const logged = new WeakSet();

/** Writes an error with its stack and its causes into the console, once, however many hear of it. */
export function logOnce(error: unknown): void {
  const chain = causesOf(error);
  const isKnown = chain.some((one) => logged.has(one));
  for (const one of chain) logged.add(one);
  if (!isKnown) console.error(error);
}

/** Whether an error says in a sentence of ours what happened, rather than being thrown by the language or the browser. */
export function isForeseen(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  // `core/expect.ts` names the argument and what was expected.
  if (error instanceof RangeError) return error.message.includes('expected');
  return !(
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError ||
    error instanceof URIError ||
    error instanceof EvalError ||
    error instanceof DOMException
  );
}

/** An error, its cause, the cause of that, and so on. */
function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && !chain.includes(one); one = one.cause) chain.push(one);
  return chain;
}
