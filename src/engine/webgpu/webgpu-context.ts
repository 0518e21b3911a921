import type { BufferLedger } from './buffer-ledger.ts';
import type { DeviceGuard } from './device-guard.ts';
import type { ProgramCache } from './program-cache.ts';
import type { QueueAnswers } from './queue-answers.ts';
import type { WorkgroupLimits } from './kernel-shape.ts';

/** What everything on one device shares. */
export interface WebgpuContext {
  readonly device: GPUDevice;
  /** Whether it is a software renderer. */
  readonly software: boolean;
  readonly workgroup: WorkgroupLimits;
  readonly guard: Pick<DeviceGuard, 'check' | 'wait'>;
  readonly buffers: BufferLedger;
  readonly programs: ProgramCache;
  readonly answers: QueueAnswers;
}

/**
 * Binds buffers to a pipeline's group 0, by binding number.
 *
 * @param buffers whole buffers, or parts of them
 */
export function bindBuffers(
  { device }: WebgpuContext,
  pipeline: GPUComputePipeline,
  buffers: ReadonlyMap<number, GPUBuffer> | readonly GPUBuffer[],
): GPUBindGroup {
  return device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: Array.from(buffers.entries(), ([binding, buffer]) => ({ binding, resource: { buffer } })),
  });
}

/** Queues one dispatch. */
export function dispatch(
  { device }: WebgpuContext,
  pipeline: GPUComputePipeline,
  bindings: GPUBindGroup,
  x: number,
  y = 1,
): void {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindings);
  pass.dispatchWorkgroups(x, y);
  pass.end();
  device.queue.submit([encoder.finish()]);
}
