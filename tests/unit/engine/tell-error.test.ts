import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { expectInteger } from '../../../src/core/expect.ts';
import { EngineLostError } from '../../../src/engine/engine.ts';
import { logOnce, tellError } from '../../../src/engine/tell-error.ts';

let written: MockInstance<typeof console.error>;
beforeEach(() => {
  written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** What something throws. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('what readers are told of an error', () => {
  it('is the sentence that was written for them, and nothing goes into the console', () => {
    expect(tellError(new Error('No engine runs in this browser.'))).toBe('No engine runs in this browser.');
    expect(tellError(new EngineLostError('webgl', 'it left.'))).toBe('The webgl engine lost its device: it left.');
    expect(tellError(thrownBy(() => expectInteger('alpha', 0.5)))).toBe('alpha: expected a whole number, got 0.5.');
    expect(written).not.toHaveBeenCalled();
  });

  it.each([
    ['a mistake in the code', () => (undefined as unknown as string).length],
    ['data that are no JSON', () => JSON.parse('<!doctype html>') as unknown],
    ['an array that is too long', () => new Float32Array(-1)],
    ['what the browser refuses', () => structuredClone(() => undefined)],
  ])('is never the language’s own words: %s', (_, act) => {
    const error = thrownBy(act);
    const sentence = tellError(error);
    expect(sentence).toMatch(/^Something went wrong in this figure.*Try again, or reload the page/);
    expect(sentence).not.toContain((error as Error).message);
    expect(written.mock.calls).toEqual([[error]]);
  });

  it.each([
    'Failed to fetch dynamically imported module: https://example.org/_astro/run.B1x.js',
    'error loading dynamically imported module: https://example.org/_astro/run.B1x.js',
    'Importing a module script failed.',
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
  ])('says that a part of the page did not come, in every browser: %s', (message) => {
    expect(tellError(new TypeError(message))).toMatch(
      /^A part of this page could not be loaded\. Check the connection/,
    );
  });

  it('is a sentence whatever is thrown', () => {
    expect(tellError('a string')).toMatch(/^Something went wrong/);
    expect(tellError(undefined)).toMatch(/^Something went wrong/);
  });
});

describe('an error in the console', () => {
  it('is written once, however many hear of it and wrap it', () => {
    const error = new TypeError('broken');
    logOnce(error);
    logOnce(error);
    logOnce(new Error('The run ended.', { cause: error }));
    expect(written.mock.calls).toEqual([[error]]);
  });

  it('comes with its causes, which are not written again', () => {
    const cause = new TypeError('broken');
    const error = new Error('The run ended.', { cause });
    logOnce(error);
    logOnce(cause);
    expect(written.mock.calls).toEqual([[error]]);
  });
});
