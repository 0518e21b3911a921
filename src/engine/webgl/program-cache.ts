import type { ProgramCount } from '../engine.ts';
import type { Scope } from '../scope.ts';
import { pause } from './fences.ts';
import type { ShaderProgram, StartedProgram } from './programs.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { WebglDevice } from './webgl-device.ts';

/** Programs that nobody uses are kept for the next ensemble, up to this many; a network has at most about twenty. */
const idleLimit = 60;

/** How often a program under way is asked whether it is ready, in milliseconds. */
const askEveryMs = 5;

/** A program in use. */
interface UsedProgram {
  /** Rejects if it does not compile, or the device goes away meanwhile. */
  readonly ready: Promise<ShaderProgram>;
  /** To be called once it is no longer needed, however it ended. */
  release(): void;
}

/** Compiled programs by source, shared by all ensembles of a device. */
export interface ProgramCache {
  /** A program for this source; started at once unless known. */
  acquire(shader: FragmentShader): UsedProgram;
  clear(): void;
  /** Tells that some programs will be acquired soon, one after another. */
  announce(programs: number): void;
  count(): ProgramCount;
}

interface Entry {
  readonly source: string;
  readonly started: StartedProgram;
  readonly ready: Promise<ShaderProgram>;
  isUnderWay: boolean;
  users: number;
}

/**
 * Makes an empty cache.
 *
 * @param expectAlive throws the reason why the device is gone, if it is
 */
export function createProgramCache(
  start: (shader: FragmentShader) => StartedProgram,
  expectAlive: () => void,
): ProgramCache {
  const entries = new Map<string, Entry>();
  let asked = 0;
  let ready = 0;
  const forget = (entry: Entry): void => {
    if (entries.get(entry.source) !== entry) return;
    entries.delete(entry.source);
    entry.started.delete();
  };
  const finish = async (started: StartedProgram): Promise<ShaderProgram> => {
    for (;;) {
      // Where the browser does not tell what is ready, finishing waits for the driver; the page gets a turn before each.
      await pause(askEveryMs);
      expectAlive();
      if (started.isReady()) return started.finish();
    }
  };
  const begin = (shader: FragmentShader): Entry => {
    const started = start(shader);
    const entry: Entry = { source: shader.source, started, ready: finish(started), isUnderWay: true, users: 0 };
    entry.ready.catch(() => forget(entry)).finally(() => (entry.isUnderWay = false));
    return entry;
  };
  return {
    acquire(shader) {
      const entry = entries.get(shader.source) ?? begin(shader);
      entry.users += 1;
      // Set anew, so that the map's order is that of last use.
      entries.delete(entry.source);
      entries.set(entry.source, entry);
      return {
        ready: entry.ready.then((program) => {
          ready += 1;
          asked = Math.max(asked, ready);
          return program;
        }),
        release() {
          entry.users -= 1;
          const idle = [...entries.values()].filter(({ users, isUnderWay }) => users === 0 && !isUnderWay);
          idle.slice(0, Math.max(0, idle.length - idleLimit)).forEach(forget);
        },
      };
    },
    clear() {
      [...entries.values()].forEach(forget);
    },
    announce: (programs) => (asked += programs),
    count: () => ({ asked, ready }),
  };
}

/** Gets a program from the device's cache for as long as a scope lasts. */
export async function compileFor(device: WebglDevice, scope: Scope, shader: FragmentShader): Promise<ShaderProgram> {
  device.expectAlive();
  const program = device.programs.acquire(shader);
  scope.defer(() => program.release());
  const compiled = await program.ready;
  device.expectAlive();
  return compiled;
}
