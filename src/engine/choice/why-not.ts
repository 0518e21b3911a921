import { isForeseen, logOnce } from '../tell-error.ts';

/**
 * Why an engine could not be used, in words for the reader. The project's own errors are sentences already; what a browser or
 * a driver threw means nothing to a reader, so it goes to the console, with its stack.
 */
export function whyNot(error: unknown): string {
  if (isForeseen(error)) {
    if (error.cause !== undefined) logOnce(error);
    return error.message;
  }
  logOnce(error);
  return 'it broke while it was being started (the browser’s console says how).';
}
