import type { DeviceGuard } from './device-guard.ts';

/** A device's guard, ended also by the end of one ensemble: nothing uses buffers that were freed. */
export class EnsembleGuard {
  readonly #device: Pick<DeviceGuard, 'check' | 'wait'>;
  #disposed = false;

  constructor(device: Pick<DeviceGuard, 'check' | 'wait'>) {
    this.#device = device;
  }

  /** @throws Error if the ensemble was disposed of or the device is gone */
  check(): void {
    if (this.#disposed) throw new Error('The ensemble was disposed of.');
    this.#device.check();
  }

  /** Waits for an operation of the device; see {@link DeviceGuard.wait}. */
  async wait<T>(operation: Promise<T>): Promise<T> {
    const result = await this.#device.wait(operation);
    this.check();
    return result;
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  dispose(): void {
    this.#disposed = true;
  }
}
