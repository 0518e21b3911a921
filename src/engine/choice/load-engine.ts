import type { CpuThreads } from '../cpu/cpu-engine.ts';
import type { Engine, EngineName } from '../engine.ts';

/**
 * Loads one engine's code and starts it.
 *
 * @param cpuThreads where the CPU engine works
 * @param adapter for WebGPU, if one was asked for already
 * @throws Error with a sentence for the reader if the code does not come or the engine cannot start on this device
 */
export async function loadEngine(name: EngineName, cpuThreads: CpuThreads, adapter?: GPUAdapter): Promise<Engine> {
  switch (name) {
    case 'webgpu':
      return (await code(import('../webgpu/webgpu-engine.ts'))).createWebgpuEngine({ adapter });
    case 'webgl':
      return (await code(import('../webgl/webgl-engine.ts'))).createWebglEngine();
    case 'cpu':
      return (await code(import('../cpu/cpu-engine.ts'))).createCpuEngine({ threads: cpuThreads });
  }
}

async function code<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading;
  } catch (cause) {
    throw new Error('its code could not be loaded. Check the connection and try again.', { cause });
  }
}
