import type { Engine, EngineName } from '../engine.ts';

/** Where the CPU engine works: in workers, on the page's own thread, or there only if workers do not start. */
export type CpuThreads = 'workers' | 'page' | 'either';

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
      return startCpuEngine(cpuThreads);
  }
}

async function startCpuEngine(threads: CpuThreads): Promise<Engine> {
  try {
    if (threads !== 'page') return await (await code(import('../cpu/cpu-engine.ts'))).createCpuEngine();
  } catch (error) {
    if (threads === 'workers') throw error;
  }
  // Few pages need it: its code is loaded where there are no workers.
  return (await code(import('../cpu/page-thread.ts'))).createPageThreadEngine();
}

async function code<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading;
  } catch (cause) {
    throw new Error('its code could not be loaded. Check the connection and try again.', { cause });
  }
}
