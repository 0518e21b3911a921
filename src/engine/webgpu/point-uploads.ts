import type { BufferLedger } from './buffer-ledger.ts';

/** How many arrays of points stay on the device: a grid, a training set and a test set, and one more. */
const kept = 4;

/** Uploads arrays of points, and keeps the ones used last, so that the same array is not uploaded again. */
export class PointUploads {
  readonly #buffers: BufferLedger;
  /** In the order of last use. */
  readonly #uploaded = new Map<Float32Array, GPUBuffer>();

  constructor(buffers: BufferLedger) {
    this.#buffers = buffers;
  }

  /** The buffer that holds an array, recognized by identity. */
  bufferOf(points: Float32Array): GPUBuffer {
    const buffer =
      this.#uploaded.get(points) ??
      this.#buffers.upload('points', points as Float32Array<ArrayBuffer>, GPUBufferUsage.STORAGE);
    this.#uploaded.delete(points);
    this.#uploaded.set(points, buffer);
    if (this.#uploaded.size > kept) {
      const [oldest] = this.#uploaded.keys();
      this.#forget(oldest as Float32Array);
    }
    return buffer;
  }

  dispose(): void {
    for (const points of [...this.#uploaded.keys()]) this.#forget(points);
  }

  #forget(points: Float32Array): void {
    this.#buffers.destroy(this.#uploaded.get(points) as GPUBuffer);
    this.#uploaded.delete(points);
  }
}
