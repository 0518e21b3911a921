import { vi } from 'vitest';
import type { FrameTask } from '../../../../src/engine/run/scheduler.ts';
import { createScheduler, type Scheduler } from '../../../../src/engine/run/scheduler.ts';

/** Everything is on screen, and a frame comes every few milliseconds. */
function stubFrames(): void {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #callback: IntersectionObserverCallback;
      constructor(callback: IntersectionObserverCallback) {
        this.#callback = callback;
      }
      observe(target: Element): void {
        const entry = { target, isIntersecting: true } as unknown as IntersectionObserverEntry;
        queueMicrotask(() => this.#callback([entry], this as unknown as IntersectionObserver));
      }
      unobserve(): void {
        // Nothing is ever off screen here.
      }
    },
  );
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => setTimeout(() => callback(0), 1));
}

/** An animation loop as the page's, with everything on screen. */
export function fakeScheduler(): Scheduler {
  stubFrames();
  return createScheduler();
}

/** An element that is only told from others. */
export const anElement = (): Element => ({}) as Element;

/** A task that counts its frames and is done after some. */
export function countingTask(frames: number): FrameTask & { readonly done: Promise<void>; frames: number } {
  let finish = (): void => undefined;
  const task = {
    element: anElement(),
    frames: 0,
    done: new Promise<void>((resolve) => (finish = resolve)),
    frame(): Promise<boolean> {
      task.frames += 1;
      if (task.frames === frames) finish();
      return Promise.resolve(task.frames < frames);
    },
    fail: (error: unknown) => {
      throw error;
    },
  };
  return task;
}
