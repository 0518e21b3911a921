import type { Engine, EngineName } from '../engine.ts';

/**
 * Loads one engine's code and starts it.
 *
 * @throws Error with a sentence for the reader if the engine cannot start on this device
 */
export async function loadEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'webgpu':
      return (await import('../webgpu/webgpu-engine.ts')).createWebgpuEngine();
    case 'webgl':
      return (await import('../webgl/webgl-engine.ts')).createWebglEngine();
    case 'cpu':
      return (await import('../cpu/cpu-engine.ts')).createCpuEngine();
  }
}
