import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/core/training/fingerprint.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { openPageGames } from '../../../src/engine/cpu/games/page-games.ts';
import { knownGame, knownGameFingerprint } from './fingerprinted-game.ts';
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

  it('is in Chromium what it is in Node, for a game', async () => {
    const games = await openPageGames();
    const played = await games.start(knownGame);
    await played.play(4);
    expect(fingerprint(await played.parameters())).toBe(knownGameFingerprint);
    games.dispose();
  });
});
