import { EngineLostError } from '../engine.ts';

/** How long a failed operation waits for the news that the device was lost, which may come after it, and late on a busy machine. */
const lossNewsMs = 1000;

/**
 * Watches a device, so that nothing waits for one that is gone: every pending operation is rejected as soon as the device
 * is lost, reports an error nobody expected, or is closed, and every later one at once.
 */
export class DeviceGuard {
  /** Resolves when the device is lost or reports an error nobody expected; stays pending when it is closed on purpose. */
  readonly lost: Promise<EngineLostError>;
  #end: Error | undefined;
  readonly #pending = new Set<(reason: Error) => void>();

  constructor(device: GPUDevice) {
    this.lost = new Promise((resolve) => {
      const lose = (error: EngineLostError): void => {
        if (this.#end) return;
        this.#finish(error);
        resolve(error);
      };
      void device.lost.then((info) => lose(new EngineLostError('webgpu', info.message || info.reason)));
      // What the device was told since may not have happened (it may be out of memory): none of its numbers can be trusted.
      device.addEventListener('uncapturederror', (event) => {
        event.preventDefault();
        const { error } = event;
        lose(new EngineLostError('webgpu', `WebGPU reported an error: ${error.message}`, { cause: error }));
      });
    });
  }

  /** @throws Error if the device is gone, the reason */
  check(): void {
    if (this.#end) throw this.#end;
  }

  /** Waits for an operation of the device, or rejects with the reason why the device is gone. */
  async wait<T>(operation: Promise<T>): Promise<T> {
    this.check();
    let reject: (reason: Error) => void = () => undefined;
    const end = new Promise<never>((_, rejectEnd) => (reject = rejectEnd));
    this.#pending.add(reject);
    try {
      const result = await Promise.race([operation, end]);
      this.check();
      return result;
    } catch (error) {
      if (!this.#end) await Promise.race([end, sleep(lossNewsMs)]);
      throw error;
    } finally {
      this.#pending.delete(reject);
    }
  }

  /** Ends all operations because the engine was disposed of. */
  close(): void {
    if (!this.#end) this.#finish(new EngineClosedError());
  }

  #finish(reason: Error): void {
    this.#end = reason;
    for (const reject of this.#pending) reject(reason);
    this.#pending.clear();
  }
}

/** The engine was disposed of while it was still asked for something. */
class EngineClosedError extends Error {
  constructor() {
    super('The webgpu engine was disposed of.');
    this.name = 'EngineClosedError';
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
