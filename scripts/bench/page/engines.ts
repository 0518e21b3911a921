import type { Engine } from '../../../src/engine/engine.ts';
import type { OpenContender } from './bench-page.ts';
import { serveContender } from './serve-contender.ts';

/** The glue loads beside the engine, not before it: its bytes and time are part of no engine. */
const opener =
  (start: () => Promise<Engine>): OpenContender =>
  async () => {
    const [{ engineContender }, engine] = await Promise.all([import('./engine-contender.ts'), start()]);
    return engineContender(engine);
  };

serveContender({
  webgpu: opener(async () => (await import('../../../src/engine/webgpu/webgpu-engine.ts')).createWebgpuEngine()),
  webgl: opener(async () => (await import('../../../src/engine/webgl/webgl-engine.ts')).createWebglEngine()),
  cpu: opener(async () => (await import('../../../src/engine/cpu/cpu-engine.ts')).createCpuEngine()),
});
