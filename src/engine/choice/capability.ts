import type { EngineName } from '../engine.ts';
import { inTime } from './in-time.ts';

/** What the device offers one engine: real hardware, a software renderer (slower than the CPU engine), or nothing. */
export type Capability = 'hardware' | 'software' | 'none';

/** An adapter that has not come by then is not waited for. */
const adapterLimitMs = 3000;

const softwareRenderer = /swiftshader|llvmpipe|softpipe|basic render|software|mesa offscreen/i;

/** Whether a renderer or adapter description names a software implementation. */
export function isSoftwareRenderer(description: string): boolean {
  return softwareRenderer.test(description);
}

/**
 * What the browser offers each engine, found by asking for the feature itself and never by the browser's name.
 * Loads nothing and allocates nothing that outlives the call.
 */
export async function probeCapabilities(): Promise<Record<EngineName, Capability>> {
  return { webgpu: await probeWebgpu(), webgl: probeWebgl(), cpu: typeof Worker === 'undefined' ? 'none' : 'hardware' };
}

async function probeWebgpu(): Promise<Capability> {
  // Typed as always there, but absent from older browsers and from insecure origins.
  const gpu = (navigator as Partial<Navigator>).gpu;
  if (!gpu) return 'none';
  const adapter = await inTime(gpu.requestAdapter(), adapterLimitMs, 'WebGPU does not answer.').catch(() => null);
  if (!adapter) return 'none';
  const { description, device, vendor, architecture, isFallbackAdapter } = adapter.info;
  return isFallbackAdapter || isSoftwareRenderer([description, device, vendor, architecture].join(' '))
    ? 'software'
    : 'hardware';
}

function probeWebgl(): Capability {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  const float32 = gl.getExtension('EXT_color_buffer_float') !== null;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (!float32) return 'none';
  return isSoftwareRenderer(renderer) ? 'software' : 'hardware';
}
