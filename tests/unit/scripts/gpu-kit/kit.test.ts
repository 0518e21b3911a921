import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closureOf } from '../../../../scripts/gpu-kit/needed-packages.ts';
import { cutInParts } from '../../../../scripts/gpu-kit/parts.ts';

describe('the kit for a machine with a card', () => {
  it('is cut in parts that are no larger than asked, and joined again is the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (file, bytes) => {
        const parts = cutInParts(file, bytes);
        expect(parts.every((part) => part.length <= bytes)).toBe(true);
        expect(parts.length).toBe(Math.max(1, Math.ceil(file.length / bytes)));
        expect(parts.flatMap((part) => Array.from(part))).toEqual(Array.from(file));
      }),
    );
  });

  it('carries packages with all that they need, each from the nearest folder that npm put it in', () => {
    const packages = {
      'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { missing: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': { dependencies: { d: '1' } },
      'node_modules/c': { peerDependencies: { a: '1' } },
      'node_modules/d': {},
    };
    expect(closureOf(packages, ['a'])).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
    expect(closureOf(packages, ['b'])).toEqual(['node_modules/b', 'node_modules/d']);
    expect(() => closureOf(packages, ['e'])).toThrow('package-lock.json has no package "e".');
  });
});
