import { describe, expect, it } from 'vitest';
import { createCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { fingerprintOn, knownFingerprint } from './fingerprinted-run.ts';

describe('the fingerprint of a run', () => {
  it.each([
    { workers: 1 },
    { workers: 3 },
    { workers: 3, kernels: 'script' },
    { threads: 'page' },
    { threads: 'page', kernels: 'script' },
  ] as const)('is in Chromium what it is in Node, on the CPU engine with %o', async (options) => {
    expect(await fingerprintOn(await createCpuEngine(options))).toBe(knownFingerprint);
  });
});
