import { expect, test } from 'vitest';
import { SoundPlayer } from '../../../src/islands/hear-lambda/sound-player.ts';

/*
 * What comes out of the player, sample by sample: rendered without a loudspeaker, by the browser's own audio.
 */

const rate = 8000;
const loud = new Float32Array(rate).fill(1);
const low = new Float32Array(rate).fill(-1);

/** Renders two seconds, in which things are done at some times. */
async function render(at: Readonly<Record<number, (player: SoundPlayer) => void>>): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 2 * rate, rate);
  const player = new SoundPlayer(context, rate);
  for (const [time, act] of Object.entries(at)) {
    if (Number(time) === 0) act(player);
    else
      void context.suspend(Number(time)).then(() => {
        act(player);
        return context.resume();
      });
  }
  return (await context.startRendering()).getChannelData(0);
}

const greatest = (samples: Float32Array): number => samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

test('nothing sounds before it is asked for, and a sound is over 50 ms of audio after it was stopped', async () => {
  const heard = await render({ 0.5: (player) => player.play(loud), 1: (player) => player.stop() });
  expect(greatest(heard.subarray(0, 0.49 * rate))).toBe(0);
  expect(heard[0.9 * rate]).toBeCloseTo(1, 3);
  expect(greatest(heard.subarray(1.05 * rate))).toBe(0);
  // It goes without a click: by less than a tenth from one sample to the next.
  const steps = heard.slice(1).map((sample, n) => sample - (heard[n] as number));
  expect(greatest(steps)).toBeLessThan(0.1);
});

test('a sound begins anew after a pause, and goes over into another at its place, never beyond full scale', async () => {
  let place: number | undefined;
  let rounds = 0;
  const heard = await render({
    0: (player) => player.play(loud),
    0.6: (player) => player.play(low),
    1.5: (player) => ([place, rounds] = [player.place, player.rounds]),
  });
  expect(heard[0.5 * rate]).toBeCloseTo(1, 3);
  expect(heard[0.9 * rate]).toBeCloseTo(-1, 3);
  // The other sound is silent from the end of the second on, as the one before it would have been, and begins again after the pause.
  expect(greatest(heard.subarray(1.02 * rate, 1.24 * rate))).toBe(0);
  expect(heard[1.4 * rate]).toBeCloseTo(-1, 3);
  expect(greatest(heard)).toBeLessThanOrEqual(1.0001);
  expect(place).toBeCloseTo(0.25, 1);
  expect(rounds).toBe(2);
});
