import { availableParallelism } from 'node:os';
import type { Engine } from '../engine.ts';
import type { CpuEngineOptions } from './cpu-engine.ts';
import { spawnThread } from './node-thread.ts';
import { createPooledEngine } from './pooled-engine.ts';

/** The CPU engine in Node, for scripts: the same arithmetic in worker threads, one for each core by default. */
export function createNodeCpuEngine({
  workers = availableParallelism(),
  kernels,
}: CpuEngineOptions = {}): Promise<Engine> {
  return createPooledEngine(spawnThread(new URL('./node-worker.ts', import.meta.url), kernels), workers);
}
