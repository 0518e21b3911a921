import { expect, test, vi } from 'vitest';
import { forgetEverything } from '../../../src/components/forget-everything.ts';
import { storageOf } from './storage.ts';

/** A page that was set to something in every way there is. */
function openPage(storages: { local: Storage; session: Storage }) {
  vi.stubGlobal('localStorage', storages.local);
  vi.stubGlobal('sessionStorage', storages.session);
  const dataset: Record<string, string> = { scripts: '', scheme: 'dark', calm: '', keysOff: '' };
  const told: string[] = [];
  const document = Object.assign(new EventTarget(), { documentElement: { dataset } });
  for (const type of ['settings:forgotten', 'guesses:forgotten', 'reading:changed', 'calm:set', 'engine:asked-for'])
    document.addEventListener(type, () => told.push(type));
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', new URL('https://mixup.example/'));
  return { dataset, told };
}

test('everything of the site is forgotten, and nothing of its neighbors on the same host; every part of the page hears of it', () => {
  const local = storageOf({
    'mixup.guesses': '{"a": "more"}',
    'mixup.reading': '{}',
    'mixup.color-scheme': 'dark',
    'mixup.calm': 'true',
    'mixup.keys': 'off',
    theme: 'of another site',
  });
  const session = storageOf({ 'mixup.engine': 'cpu', 'mixup.self-test.webgl': 'failed', other: '1' });
  const { dataset, told } = openPage({ local, session });
  forgetEverything();
  expect(Object.keys(local)).toEqual(['theme']);
  expect(Object.keys(session)).toEqual(['other']);
  expect(dataset).toEqual({ scripts: '' });
  expect(told.at(-1)).toBe('settings:forgotten');
  expect([...told].sort()).toEqual([
    'calm:set',
    'engine:asked-for',
    'guesses:forgotten',
    'reading:changed',
    'settings:forgotten',
  ]);
});

test('where storage is blocked the page is as it was at first, too', () => {
  const refuse = (): never => {
    throw new DOMException('blocked', 'SecurityError');
  };
  const blocked = new Proxy(storageOf(), { get: refuse, ownKeys: refuse });
  const { dataset, told } = openPage({ local: blocked, session: blocked });
  forgetEverything();
  expect(dataset).toEqual({ scripts: '' });
  expect(told).toContain('settings:forgotten');
});
