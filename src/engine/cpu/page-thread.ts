import type { Engine } from '../engine.ts';
import { openArena, type Arena } from './arena.ts';
import type { KernelKind } from './kernels.ts';
import { createPooledEngine } from './cpu-engine.ts';
import { createTaskServer, type TaskMessage, type TaskServer } from './tasks.ts';
import type { SpawnWorker } from './worker-pool.ts';

/** The page gets a turn after about so much work: less than a frame, so that it can draw and answer. */
const sliceMs = 6;

/** Ensembles are cut into at most so many groups of members, each worked on by itself, so that one task is a small slice. */
const mostGroups = 16;

/**
 * The CPU engine without workers, for browsers and frames that have none: it asks for nothing but arithmetic and timers. The
 * pool's workers are stand-ins that take turns on the page's own thread.
 */
export async function createPageThreadEngine(kernels?: KernelKind): Promise<Engine> {
  const { spawn } = createPageThread(await openArena(kernels), createTaskServer);
  return createPooledEngine(spawn, mostGroups, {
    device: 'the page’s own thread',
    pieceMs: sliceMs,
    restarts: false,
  });
}

/** Stand-ins for workers that share the page's thread; what they are asked is answered in turn, in slices. */
export function createPageThread(
  arena: Arena,
  createServer: (arena: Arena) => TaskServer,
): { readonly spawn: SpawnWorker } {
  const waiting: (() => void)[] = [];
  let isScheduled = false;

  const runSlice = (): void => {
    isScheduled = false;
    const start = performance.now();
    do waiting.shift()?.();
    while (waiting.length > 0 && performance.now() - start < sliceMs);
    schedule();
  };
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    nextTurn(runSlice);
  };

  return {
    spawn({ onAnswer }) {
      const serve = createServer(arena);
      let isEnded = false;
      return {
        post(message: TaskMessage) {
          waiting.push(() => {
            if (!isEnded) void serve(message).then((served) => onAnswer(served.message));
          });
          schedule();
        },
        terminate() {
          isEnded = true;
        },
      };
    },
  };
}

/** Calls back after the page had a turn. A timer set by a timer is held back for 4 ms; one set by a message is not. */
function nextTurn(call: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage(0);
}
