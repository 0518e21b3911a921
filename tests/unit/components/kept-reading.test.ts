import { expect, test, vi } from 'vitest';
import {
  forgetReading,
  keepReading,
  keptReading,
  onReadingChanged,
  progressInWords,
} from '../../../src/components/reading/kept-reading.ts';
import { storageOf } from './storage.ts';

const reading = { at: 'loss', read: ['idea', 'loss'], of: 5, ended: false };

test('where a reader was is kept for each article, also by other pages, until it is forgotten', () => {
  vi.stubGlobal('localStorage', storageOf());
  vi.stubGlobal('document', new EventTarget());
  const told = vi.fn();
  onReadingChanged(told);
  keepReading('/articles/gans/', reading);
  expect(keptReading('/articles/gans/')).toEqual(reading);
  expect(keptReading('/articles/cifar/')).toBeUndefined();
  expect(localStorage.getItem('mixup.reading')).toContain('"at":"loss"');
  forgetReading();
  expect(keptReading('/articles/gans/')).toBeUndefined();
  expect(told).toHaveBeenCalledTimes(2);
});

test.each([
  '{',
  '[3]',
  '{"/a/": "loss"}',
  '{"/a/": {"at": 3, "read": [], "of": 2, "ended": false}}',
  '{"/a/": {"at": "x"}}',
])('what else stands in its place is nothing: %s', (text) => {
  vi.stubGlobal('localStorage', storageOf({ 'mixup.reading': text }));
  expect(keptReading('/a/')).toBeUndefined();
});

test('progress is said in words: so many sections, or that it was read', () => {
  const words = { all: 'read', some: '{n} of {of} sections' };
  const told = (kept: Parameters<typeof progressInWords>[0]): string => progressInWords(kept, words);
  expect(told(undefined)).toBe('');
  expect(told({ ...reading, read: [] })).toBe('');
  expect(told(reading)).toBe('2 of 5 sections');
  expect(told({ ...reading, read: ['a', 'b', 'c'], ended: true, at: null })).toBe('✓ read');
  // A glance at the end is no reading.
  expect(told({ ...reading, ended: true, at: null })).toBe('2 of 5 sections');
  expect(told({ ...reading, read: ['a', 'b', 'c', 'd', 'e'] })).toBe('✓ read');
});
