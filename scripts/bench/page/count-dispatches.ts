type Call = (this: unknown, ...values: unknown[]) => unknown;

const webglCalls = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced', 'drawRangeElements'];
const webgpuCalls = ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect'];

/**
 * Counts the draw calls and compute dispatches that this page makes, to any WebGL 2 context or WebGPU device, while a
 * task runs. The calls are wrapped for that time only, so that timings are not slowed.
 */
export async function countDispatches(task: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const restore: (() => void)[] = [];
  const wrap = (prototype: Record<string, Call>, names: readonly string[]): void => {
    for (const name of names) {
      const original = prototype[name] as Call;
      prototype[name] = function (...values) {
        count += 1;
        return original.apply(this, values);
      };
      restore.push(() => (prototype[name] = original));
    }
  };
  wrap(WebGL2RenderingContext.prototype as unknown as Record<string, Call>, webglCalls);
  if ('GPUComputePassEncoder' in globalThis) {
    wrap(GPUComputePassEncoder.prototype as unknown as Record<string, Call>, webgpuCalls);
  }
  try {
    await task();
  } finally {
    restore.forEach((back) => back());
  }
  return count;
}
