import type { ProgramCount } from '../engine.ts';
import type { DeviceGuard } from './device-guard.ts';
import { inErrorScope } from './error-scope.ts';

/** Compiles each WGSL text once. */
export class ProgramCache {
  readonly #device: GPUDevice;
  readonly #guard: DeviceGuard;
  readonly #pipelines = new Map<string, Promise<GPUComputePipeline>>();
  #ready = 0;

  constructor(device: GPUDevice, guard: DeviceGuard) {
    this.#device = device;
    this.#guard = guard;
  }

  count(): ProgramCount {
    return { asked: this.#pipelines.size, ready: this.#ready };
  }

  /**
   * The pipeline of a program whose entry point is `main`.
   *
   * @throws Error with the compiler's messages, each with its line of the text
   */
  compile(label: string, code: string): Promise<GPUComputePipeline> {
    const known = this.#pipelines.get(code);
    if (known) return known;
    const pipeline = this.#guard.wait(this.#compile(label, code));
    this.#pipelines.set(code, pipeline);
    pipeline.then(
      () => (this.#ready += 1),
      () => this.#pipelines.delete(code),
    );
    return pipeline;
  }

  async #compile(label: string, code: string): Promise<GPUComputePipeline> {
    const { result: module, error } = inErrorScope(this.#device, 'validation', () =>
      this.#device.createShaderModule({ label, code }),
    );
    const { messages } = await module.getCompilationInfo();
    const errors = messages.filter(({ type }) => type === 'error');
    const invalid = await error;
    if (errors.length > 0 || invalid)
      throw new Error(
        `WebGPU does not accept the program "${label}": ${errors.map((error) => describe(error, code)).join('; ') || invalid?.message}`,
      );
    return this.#device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint: 'main' } });
  }
}

function describe({ lineNum, message }: GPUCompilationMessage, code: string): string {
  return `line ${lineNum}, ${message} in "${code.split('\n')[lineNum - 1]?.trim() ?? ''}"`;
}
