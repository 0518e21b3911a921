import { afterEach, describe, expect, it, vi } from 'vitest';
import { anElement, countingTask, fakeScheduler } from './fake-page.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the page’s animation loop', () => {
  it('goes on with the others when a task throws, tells that task, and writes the error into the console once', async () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const scheduler = fakeScheduler();
    const bug = new TypeError('nothing here has a length');
    const told: unknown[] = [];
    scheduler.wake({ element: anElement(), frame: () => Promise.reject(bug), fail: (error) => told.push(error) });
    const neighbor = countingTask(3);
    scheduler.wake(neighbor);
    await neighbor.done;
    expect(told).toEqual([bug]);
    expect(console_.mock.calls).toEqual([[bug]]);
  });

  it('goes on with the others when a task throws at once, and when being told of it throws as well', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const scheduler = fakeScheduler();
    const fault = (): never => {
      throw new Error('broken from the start');
    };
    scheduler.wake({ element: anElement(), frame: fault, fail: fault });
    const neighbor = countingTask(3);
    scheduler.wake(neighbor);
    await neighbor.done;
    expect(neighbor.frames).toBe(3);
  });

  it('goes on with the others while a task waits for something that never comes', async () => {
    const scheduler = fakeScheduler();
    let asked = 0;
    scheduler.wake({
      element: anElement(),
      frame: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
      fail: () => undefined,
    });
    const neighbor = countingTask(3);
    scheduler.wake(neighbor);
    await neighbor.done;
    expect(asked).toBe(1);
  });

  it('asks a task again that was woken in its last frame', async () => {
    const scheduler = fakeScheduler();
    const task = countingTask(2);
    const frame = task.frame.bind(task);
    task.frame = async () => {
      if (task.frames === 0) scheduler.wake(task);
      await frame(0);
      return false;
    };
    scheduler.wake(task);
    await task.done;
    expect(task.frames).toBe(2);
  });
});
