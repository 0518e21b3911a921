import { afterEach, describe, expect, test, vi } from 'vitest';
import { forgetGuesses, keepGuess, keptGuess, onForgotten } from '../../../../../src/islands/kit/guess/guess-store.ts';

/** A storage of the browser's kind over a map. */
function storageOf(entries: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem'> {
  const map = new Map(Object.entries(entries));
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

const blocked: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
};

function open(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('document', new EventTarget());
}

afterEach(() => vi.unstubAllGlobals());

describe('guesses are kept on the device', () => {
  test('each by its name, and also that a reader looked without one', () => {
    open(storageOf());
    keepGuess('a', 'more');
    keepGuess('b', -20);
    keepGuess('c', [1, 2.5, 3]);
    keepGuess('d', null);
    expect(['a', 'b', 'c', 'd', 'e'].map(keptGuess)).toEqual(['more', -20, [1, 2.5, 3], null, undefined]);
  });

  test('and forgotten when asked to, which every question of the page hears of', () => {
    open(storageOf());
    const told = vi.fn();
    const stop = onForgotten(told);
    keepGuess('a', 'more');
    forgetGuesses();
    expect(keptGuess('a')).toBeUndefined();
    expect(told).toHaveBeenCalledTimes(1);
    stop();
    forgetGuesses();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('where storage is blocked, as long as the page', () => {
    open(blocked);
    keepGuess('a', 'more');
    keepGuess('b', 3);
    expect([keptGuess('a'), keptGuess('b')]).toEqual(['more', 3]);
    forgetGuesses();
    expect(keptGuess('a')).toBeUndefined();
  });

  test.each([
    ['no JSON', 'more'],
    ['a list', '[1, 2]'],
    ['a text', '"more"'],
    ['null', 'null'],
    ['things that are no guesses', '{"a": {"said": 1}, "c": [], "d": [1, "2"], "e": true}'],
  ])('what else stands in its place is no guess: %s', (_, text) => {
    open(storageOf({ 'mixup.guesses': text }));
    expect(['a', 'b', 'c', 'd', 'e'].map(keptGuess)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    keepGuess('b', 3);
    expect(keptGuess('b')).toBe(3);
  });
});
