import type { WebgpuContext } from './webgpu-context.ts';

/**
 * Reads buffers back, all with one wait.
 *
 * @param sources what to read: the first `bytes` bytes of each buffer, a multiple of four
 * @returns the bytes of each source, in order, in one new array buffer
 */
export async function readBack(
  { device, buffers, guard, answers }: WebgpuContext,
  sources: readonly { buffer: GPUBuffer; bytes: number }[],
): Promise<ArrayBuffer> {
  guard.check();
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
  const staging = buffers.create('read-back', total, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  try {
    const encoder = device.createCommandEncoder();
    let offset = 0;
    for (const { buffer, bytes } of sources) {
      encoder.copyBufferToBuffer(buffer, 0, staging, offset, bytes);
      offset += bytes;
    }
    device.queue.submit([encoder.finish()]);
    await guard.wait(answers.of(staging.mapAsync(GPUMapMode.READ)));
    return staging.getMappedRange().slice(0, total);
  } finally {
    buffers.destroy(staging);
  }
}
