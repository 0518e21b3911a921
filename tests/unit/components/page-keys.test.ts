import { expect, test, vi } from 'vitest';
import { onPageKey } from '../../../src/components/page-keys.ts';

/** Presses a key in a page where something has the focus; returns how often the key `n` did something. */
function press(key: string, event: object = {}, page: { focused?: object; keysOff?: boolean } = {}): number {
  const body = { id: '' };
  const document = Object.assign(new EventTarget(), {
    body,
    documentElement: { dataset: page.keysOff ? { keysOff: '' } : {} },
    activeElement: page.focused ?? body,
  });
  vi.stubGlobal('document', document);
  const act = vi.fn();
  onPageKey('n', act);
  document.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, ...event }));
  return act.mock.calls.length;
}

test('a key that nothing else waits for does what it is for', () => {
  expect(press('n')).toBe(1);
  expect(press('n', {}, { focused: { id: 'main' } })).toBe(1);
  expect(press('p')).toBe(0);
});

test('a key is left alone while something has the focus, with other keys held, while it repeats, in the middle of a letter, and where it is switched off', () => {
  expect(press('n', {}, { focused: { id: 'slider' } })).toBe(0);
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'repeat', 'isComposing'])
    expect(press('n', { [held]: true }), held).toBe(0);
  expect(press('n', {}, { keysOff: true })).toBe(0);
});
