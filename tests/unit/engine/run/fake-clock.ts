import { vi } from 'vitest';

/** A clock that only work moves on, and how the page's thread was shared by it. */
export interface FakeClock {
  /** Works for some milliseconds. */
  readonly work: (milliseconds: number) => void;
  readonly now: number;
  /** How long each task was, in milliseconds; the page had a turn after each but the last. */
  readonly tasks: readonly number[];
  /** Frames and timers that were asked for. */
  readonly waits: number;
}

/** Stands in for the page's clock, frames, timers and message channels until globals and mocks are restored. */
export function fakeClock(): FakeClock {
  const tasks: number[] = [];
  let now = 0;
  let began = 0;
  let waits = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const { MessageChannel: Channel } = globalThis;
  vi.stubGlobal(
    'MessageChannel',
    class extends Channel {
      constructor() {
        super();
        tasks.push(now - began);
        began = now;
      }
    },
  );
  const wait = (): never => {
    waits += 1;
    throw new Error('Nothing waits for a frame or a timer here.');
  };
  vi.stubGlobal('requestAnimationFrame', wait);
  vi.stubGlobal('setTimeout', wait);
  vi.stubGlobal('setInterval', wait);
  return {
    work: (milliseconds) => (now += milliseconds),
    get now() {
      return now;
    },
    get tasks() {
      return [...tasks, now - began];
    },
    get waits() {
      return waits;
    },
  };
}
