/** An answer that takes longer than this while nothing is asked of the device is late, in milliseconds. */
const lateMs = 20;

/**
 * Waits for a queue's answers without losing time. Some browsers look only every 100 ms whether a device is done (Firefox
 * 153), but at once when something is submitted: there, while one waits, empty work is submitted, one a turn.
 * Elsewhere that would keep the page busy for nothing, so it is tried out first.
 */
export class QueueAnswers {
  readonly #queue: Pick<GPUQueue, 'submit' | 'onSubmittedWorkDone'>;
  #late = false;
  #waiting = 0;

  constructor(queue: Pick<GPUQueue, 'submit' | 'onSubmittedWorkDone'>) {
    this.#queue = queue;
  }

  /** Finds out whether answers come late, and sooner with empty work. Until then nothing is submitted while one waits. */
  async tryOut(): Promise<void> {
    const alone = Math.min(await this.#emptyWorkMs(), await this.#emptyWorkMs());
    if (alone < lateMs) return;
    this.#late = true;
    this.#late = (await this.#emptyWorkMs()) < alone / 2;
  }

  /** Waits for something that the device tells when it is done. */
  async of<T>(answer: Promise<T>): Promise<T> {
    if (!this.#late) return answer;
    this.#waiting += 1;
    if (this.#waiting === 1) void this.#submitWhileWaiting();
    try {
      return await answer;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #submitWhileWaiting(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    const turn = (): Promise<void> =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    while (this.#waiting > 0) {
      this.#queue.submit([]);
      await turn();
    }
    port1.close();
  }

  async #emptyWorkMs(): Promise<number> {
    const since = performance.now();
    this.#queue.submit([]);
    await this.of(this.#queue.onSubmittedWorkDone());
    return performance.now() - since;
  }
}
