import { isSoftwareRenderer } from '../choice/capability.ts';
import type { WorkgroupLimits } from './training-shape.ts';

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

/**
 * Opens a WebGPU device with the default limits, but with more memory shared by a workgroup where there is more.
 *
 * @throws Error with a sentence for the reader if the browser has no WebGPU, or it finds no adapter
 */
export async function openDevice(): Promise<OpenedDevice> {
  const gpu = (navigator as Partial<Navigator>).gpu;
  if (!gpu) throw new Error('This browser has no WebGPU, or the page was not opened over a secure connection.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('WebGPU finds no adapter on this device.');
  const name = describeAdapter(adapter.info);
  const device = await adapter.requestDevice({
    label: 'mixup',
    requiredLimits: {
      maxComputeWorkgroupStorageSize: Math.min(workgroupBytes, adapter.limits.maxComputeWorkgroupStorageSize),
    },
  });
  const software = adapter.info.isFallbackAdapter || isSoftwareRenderer(name);
  return { device, name, software, workgroup: workgroupLimits(device.limits, software, adapter.info) };
}

/**
 * Hardware runs all threads of a workgroup at once. A software renderer runs one vector of threads after another and must
 * change between them at every barrier, which costs more than the training itself: there one vector is best. It also
 * compiles, and runs for every workgroup, an instruction for each number of shared memory: there little of that is best.
 */
function workgroupLimits(
  limits: GPUSupportedLimits,
  software: boolean,
  { subgroupMaxSize }: GPUAdapterInfo,
): WorkgroupLimits {
  if (software) return { bytes: 4096, threads: Math.min(subgroupMaxSize || 4, 8) };
  return { bytes: limits.maxComputeWorkgroupStorageSize, threads: limits.maxComputeInvocationsPerWorkgroup };
}

function describeAdapter({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  const words = [description || device, vendor, architecture].filter((word) => word !== '');
  return words.length === 0 ? 'WebGPU adapter that keeps its name to itself' : [...new Set(words)].join(', ');
}
