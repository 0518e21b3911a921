import type { EngineName } from '../engine.ts';
import { inTime } from '../in-time.ts';
import { isSoftwareRenderer } from '../software-renderer.ts';
import { rendererName } from '../webgl/webgl-context.ts';
import { adapterFacts } from '../webgpu/adapter-facts.ts';

/** What the device offers one engine: real hardware, a software renderer (slower than the CPU engine), or nothing. */
export type Capability = 'hardware' | 'software' | 'none';

/** An adapter that has not come by then is not waited for. */
const adapterLimitMs = 3000;

/**
 * What the browser offers each engine, found by asking for the feature itself and never by the browser's name. A feature that
 * throws where it is asked for is one that is not there. Loads nothing and allocates nothing that outlives the call.
 *
 * @param onAdapter is given the WebGPU adapter, if there is one
 */
export async function probeCapabilities(
  onAdapter: (adapter: GPUAdapter) => void = () => undefined,
): Promise<Record<EngineName, Capability>> {
  const webgl = noneIfItThrows(probeWebgl);
  // Arithmetic is always there, without workers on the page's own thread.
  return { webgpu: await noneIfItThrows(() => probeWebgpu(onAdapter)), webgl: await webgl, cpu: 'hardware' };
}

async function noneIfItThrows(probe: () => Capability | Promise<Capability>): Promise<Capability> {
  try {
    return await probe();
  } catch {
    return 'none';
  }
}

async function probeWebgpu(onAdapter: (adapter: GPUAdapter) => void): Promise<Capability> {
  // Typed as always there, but absent from older browsers and from insecure origins.
  const gpu = (navigator as Partial<Navigator>).gpu;
  if (!gpu) return 'none';
  const adapter = await inTime(
    () => gpu.requestAdapter({ powerPreference: 'high-performance' }),
    adapterLimitMs,
    'WebGPU does not answer.',
  );
  if (!adapter) return 'none';
  onAdapter(adapter);
  return adapterFacts(adapter).software ? 'software' : 'hardware';
}

function probeWebgl(): Capability {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  try {
    if (gl.getExtension('EXT_color_buffer_float') === null) return 'none';
    return isSoftwareRenderer(rendererName(gl)) ? 'software' : 'hardware';
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
