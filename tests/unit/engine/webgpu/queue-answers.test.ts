import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { QueueAnswers } from '../../../../src/engine/webgpu/queue-answers.ts';
import { Pace } from '../../../../src/engine/pace.ts';

/*
 * A queue as Firefox 153 has it: it does one thing after another, but looks whether they are done only every 100 ms, and when
 * something is submitted. Time is a number here that moves on when nothing else is to be done.
 */

const quantumMs = 100;
let now = 0;
let timers: { at: number; run: () => void }[] = [];

beforeEach(() => {
  now = 0;
  timers = [];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

class QuantizedQueue {
  readonly quantized: boolean;
  #busyUntil = 0;
  submits = 0;
  #asked: { after: number; looksAt: number; resolve: (nothing: undefined) => void }[] = [];

  constructor(quantized: boolean) {
    this.quantized = quantized;
  }

  work(milliseconds: number): void {
    this.#busyUntil = Math.max(now, this.#busyUntil) + milliseconds;
    this.submit();
  }

  submit(): undefined {
    this.submits += 1;
    // Submitting takes a little, or nothing would ever move on while one submits.
    now += 0.05;
    this.#answer(() => true);
  }

  onSubmittedWorkDone(): Promise<undefined> {
    const after = this.#busyUntil;
    return new Promise((resolve) => {
      const looksAt = this.quantized
        ? quantumMs * Math.floor(Math.max(after, now) / quantumMs + 1)
        : Math.max(after, now);
      this.#asked.push({ after, looksAt, resolve });
      timers.push({ at: looksAt, run: () => this.#answer(({ looksAt: at }) => at <= now) });
    });
  }

  /** Answers whoever asked for what is done by now, where the queue looks for it. */
  #answer(looksFor: (asked: { looksAt: number }) => boolean): void {
    const done = this.#asked.filter((asked) => asked.after <= now && looksFor(asked));
    this.#asked = this.#asked.filter((asked) => !done.includes(asked));
    for (const { resolve } of done) resolve(undefined);
  }
}

/** Lets time pass while a task waits: to the next timer, once all that can be done now is done. */
async function passTime<T>(task: Promise<T>): Promise<T> {
  const state = { running: true };
  const stop = (): void => void (state.running = false);
  task.then(stop, stop);
  while (state.running) {
    const before = now;
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (now !== before) continue;
    timers.sort((a, b) => a.at - b.at);
    const next = timers.shift();
    if (!next) continue;
    now = Math.max(now, next.at);
    next.run();
  }
  return task;
}

/** Steps a second of training at 0.4 ms a step, in pieces of about 16 ms. */
async function speedOf(queue: QuantizedQueue, answers: QueueAnswers): Promise<number> {
  const pace = new Pace({ milliseconds: 16, mostSteps: 1024, members: 8, splits: true, warmsUp: true });
  const since = now;
  let steps = 0;
  while (steps < 4000) {
    const size = pace.next(4000 - steps);
    const start = performance.now();
    queue.work(0.4 * size.steps);
    await pace.queued(size, start, answers.of(queue.onSubmittedWorkDone()));
    steps += size.steps;
  }
  await pace.drain();
  return (1000 * steps) / (now - since);
}

async function trained(queue: QuantizedQueue): Promise<{ speed: number; submits: number }> {
  const answers = new QueueAnswers(queue);
  return passTime(
    (async () => {
      await answers.tryOut();
      return { speed: await speedOf(queue, answers), submits: queue.submits };
    })(),
  );
}

it('keeps at least half the speed where a queue answers only every 100 ms', async () => {
  const prompt = await trained(new QuantizedQueue(false));
  const quantized = await trained(new QuantizedQueue(true));
  expect(quantized.speed).toBeGreaterThan(prompt.speed / 2);
});

it('submits no empty work where answers come at once', async () => {
  const queue = new QuantizedQueue(false);
  const answers = new QueueAnswers(queue);
  await passTime(answers.tryOut());
  const before = queue.submits;
  queue.work(40);
  await passTime(answers.of(queue.onSubmittedWorkDone()));
  expect(queue.submits).toBe(before + 1);
});

it('gives up where empty work does not help', async () => {
  const queue = new QuantizedQueue(true);
  queue.submit = () => undefined;
  const answers = new QueueAnswers(queue);
  await passTime(answers.tryOut());
  const submit = vi.spyOn(queue, 'submit');
  await passTime(answers.of(queue.onSubmittedWorkDone()));
  expect(submit).not.toHaveBeenCalled();
});

it('hands errors on, and stops', async () => {
  const queue = new QuantizedQueue(true);
  const answers = new QueueAnswers(queue);
  await passTime(answers.tryOut());
  await expect(passTime(answers.of(Promise.reject(new Error('lost'))))).rejects.toThrow('lost');
  const before = queue.submits;
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(queue.submits).toBeLessThanOrEqual(before + 1);
});
