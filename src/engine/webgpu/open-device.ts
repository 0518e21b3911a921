import { inTime } from '../in-time.ts';
import { adapterFacts, type AdapterFacts } from './adapter-facts.ts';
import type { WorkgroupLimits } from './kernel-shape.ts';

/** A device of its own for one engine, and what it is. */
export interface OpenedDevice {
  readonly device: GPUDevice;
  /** The adapter in words for the reader. */
  readonly name: string;
  readonly software: boolean;
  readonly workgroup: WorkgroupLimits;
}

/** The most memory a workgroup asks for; more would leave too few workgroups side by side on one core of the GPU. */
const workgroupBytes = 32768;

/** The longest a driver is waited for, to find an adapter and again to open a device. */
const answerLimitMs = 5000;

/**
 * Opens a WebGPU device with the default limits, but with more memory shared by a workgroup where there is more.
 *
 * @param given an adapter that has opened no device yet, so that it need not be asked for again
 * @throws Error with a sentence for the reader if the browser has no WebGPU, it finds no adapter, or it does not answer in time
 */
export async function openDevice(given?: GPUAdapter): Promise<OpenedDevice> {
  const gpu = (navigator as Partial<Navigator>).gpu;
  if (!gpu) throw new Error('This browser has no WebGPU, or the page was not opened over a secure connection.');
  const reason = `WebGPU did not answer in ${answerLimitMs / 1000} seconds.`;
  const adapter =
    given ?? (await inTime(() => gpu.requestAdapter({ powerPreference: 'high-performance' }), answerLimitMs, reason));
  if (!adapter) throw new Error('WebGPU finds no adapter on this device.');
  const facts = adapterFacts(adapter);
  const maxComputeWorkgroupStorageSize = Math.min(workgroupBytes, adapter.limits.maxComputeWorkgroupStorageSize);
  const device = await inTime(
    () => adapter.requestDevice({ label: 'mixup', requiredLimits: { maxComputeWorkgroupStorageSize } }),
    answerLimitMs,
    reason,
    (late) => late.destroy(),
  );
  return { device, name: facts.name, software: facts.software, workgroup: workgroupLimits(device.limits, facts) };
}

/**
 * Hardware runs all threads of a workgroup at once. A software renderer runs one vector of threads after another and must
 * change between them at every barrier, which costs more than the training itself: there one vector is best. It also
 * compiles, and runs for every workgroup, an instruction for each number of shared memory: there little of that is best.
 */
function workgroupLimits(limits: GPUSupportedLimits, { software, threadsInStep }: AdapterFacts): WorkgroupLimits {
  if (software) return { bytes: 4096, threads: Math.min(threadsInStep || 4, 8) };
  return { bytes: limits.maxComputeWorkgroupStorageSize, threads: limits.maxComputeInvocationsPerWorkgroup };
}
