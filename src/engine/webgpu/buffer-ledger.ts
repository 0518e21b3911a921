import type { EngineMemory } from '../engine.ts';
import type { Scope } from '../scope.ts';

/** Makes buffers. */
export type Allocator = Pick<BufferLedger, 'create' | 'upload'>;

/** The live buffers of a device, counted. */
export class BufferLedger {
  readonly #device: GPUDevice;
  readonly #live = new Set<GPUBuffer>();
  #bytes = 0;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Allocates a buffer of at least `bytes` bytes (whole vec4s, never empty), zeroed. */
  create(label: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = this.#device.createBuffer({ label, size: Math.max(16, 16 * Math.ceil(bytes / 16)), usage });
    this.#live.add(buffer);
    this.#bytes += buffer.size;
    return buffer;
  }

  /** Allocates a buffer that holds `data`. */
  upload(label: string, data: ArrayBufferView<ArrayBuffer>, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = this.create(label, data.byteLength, usage | GPUBufferUsage.COPY_DST);
    try {
      this.#device.queue.writeBuffer(buffer, 0, data.buffer, data.byteOffset, data.byteLength);
    } catch (error) {
      this.destroy(buffer);
      throw error;
    }
    return buffer;
  }

  /** Allocates for a scope, which frees it all: when one of several buffers fails, none of them stays. */
  for(scope: Scope): Allocator {
    const owned = (buffer: GPUBuffer): GPUBuffer => {
      scope.defer(() => this.destroy(buffer));
      return buffer;
    };
    return {
      create: (label, bytes, usage) => owned(this.create(label, bytes, usage)),
      upload: (label, data, usage) => owned(this.upload(label, data, usage)),
    };
  }

  /** Frees a buffer as soon as the work that uses it is done; again is no error. */
  destroy(buffer: GPUBuffer): void {
    if (this.#live.delete(buffer)) this.#bytes -= buffer.size;
    buffer.destroy();
  }

  /** Frees everything. */
  destroyAll(): void {
    for (const buffer of this.#live) this.destroy(buffer);
  }

  memory(): EngineMemory {
    return { objects: this.#live.size, bytes: this.#bytes };
  }
}
