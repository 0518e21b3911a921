/** An answer that takes longer than this while nothing is asked of the device may be late, in milliseconds. */
const lateMs = 50;

/** Empty work must bring an answer sooner by this factor, each time that it is tried: a busy machine's answers come late now and then. */
const sooner = 4;
const tries = 3;

/**
 * Waits for a queue's answers without losing time. Some browsers look only every 100 ms whether a device is done (Firefox
 * 153), but at once when something is submitted: there, while one waits, empty work is submitted, one a turn.
 * Elsewhere that would keep the page busy for nothing, so it is tried out first.
 */
export class QueueAnswers {
  readonly #queue: Pick<GPUQueue, 'submit' | 'onSubmittedWorkDone'>;
  #late = false;
  #waiting = 0;
  #triedOut: Promise<void> | undefined;

  constructor(queue: Pick<GPUQueue, 'submit' | 'onSubmittedWorkDone'>) {
    this.#queue = queue;
  }

  /**
   * Finds out, once, whether answers come late, and sooner with empty work. Until then nothing is submitted while one waits;
   * nothing else should be submitted meanwhile.
   */
  tryOut(): Promise<void> {
    this.#triedOut ??= this.#compare();
    return this.#triedOut;
  }

  async #compare(): Promise<void> {
    for (let k = 0; k < tries; k += 1) {
      this.#late = false;
      const alone = await this.#emptyWorkMs();
      if (alone < lateMs) return;
      this.#late = true;
      const hurried = await this.#emptyWorkMs();
      this.#late = hurried < alone / sooner;
      if (!this.#late) return;
    }
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
