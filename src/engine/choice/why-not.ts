import { engineLabels, type EngineName } from '../engine.ts';
import { isForeseen, logOnce } from '../tell-error.ts';

/**
 * That an engine could not be used, and why, in words for the reader. The project's own errors are sentences already; what a
 * browser or a driver threw means nothing to a reader, so it goes to the console, with its stack.
 */
export function whyNot(name: EngineName, error: unknown): string {
  return `The ${engineLabels[name]} engine cannot be used here: ${reasonOf(error)}`;
}

function reasonOf(error: unknown): string {
  if (isForeseen(error)) {
    if (error.cause !== undefined) logOnce(error);
    return error.message;
  }
  logOnce(error);
  return 'it broke while it was being started (the browser’s console says how).';
}
