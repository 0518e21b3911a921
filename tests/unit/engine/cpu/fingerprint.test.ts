import { describe, expect, it } from 'vitest';
import { fingerprint, jointFingerprint, memberFingerprints } from '../../../../src/core/training/fingerprint.ts';
import { createNodeCpuEngine } from '../../../../src/engine/cpu/node-cpu-engine.ts';
import { fingerprintOn, knownFingerprint } from '../../../gpu/conformance/fingerprinted-run.ts';

describe('the fingerprint of a run', () => {
  it.each([
    [1, 'wasm'],
    [3, 'wasm'],
    [3, 'script'],
  ] as const)('is the known one in Node with %i workers and loops in %s', async (workers, kernels) => {
    expect(await fingerprintOn(await createNodeCpuEngine({ workers, kernels }))).toBe(knownFingerprint);
  });

  it('is another one if a single bit is', () => {
    const numbers = Float32Array.from({ length: 100 }, (_, k) => k / 7);
    const before = fingerprint(numbers);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    new Uint32Array(numbers.buffer)[99] = (new Uint32Array(numbers.buffer)[99] as number) ^ 1;
    expect(fingerprint(numbers)).not.toBe(before);
    expect(fingerprint(numbers.subarray(0, 99))).not.toBe(before);
    expect(jointFingerprint([before, fingerprint([1])])).not.toBe(jointFingerprint([fingerprint([1]), before]));
  });

  it('is given to no numbers of which one is not finite', () => {
    expect(fingerprint([1, NaN])).toBeUndefined();
    expect(fingerprint([1, 1e39])).toBeUndefined();
    expect(jointFingerprint([fingerprint([1]), undefined])).toBeUndefined();
  });

  it('is each member’s own in an ensemble, and one that diverged has none and leaves none to all together', () => {
    const prints = memberFingerprints(Float64Array.of(1, 2, NaN, 4, 1, 2), 3);
    expect(prints).toEqual([fingerprint([1, 2]), undefined, fingerprint([1, 2])]);
    expect(jointFingerprint(prints)).toBeUndefined();
  });
});
