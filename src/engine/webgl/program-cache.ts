import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { ShaderProgram } from './shader-program.ts';

/** Programs that nobody uses are kept for the next ensemble, up to this many; a network has at most about twenty. */
const idleLimit = 60;

/** Compiled programs by source, shared by all ensembles of a device. */
export interface ProgramCache {
  /** A program for this source; compiled unless known. To be given back with {@link release}. */
  acquire(shader: FragmentShader): ShaderProgram;
  release(program: ShaderProgram): void;
  clear(): void;
}

interface Entry {
  readonly source: string;
  readonly program: ShaderProgram;
  users: number;
}

/** Makes an empty cache. */
export function createProgramCache(compile: (shader: FragmentShader) => ShaderProgram): ProgramCache {
  const bySource = new Map<string, Entry>();
  const byProgram = new Map<ShaderProgram, Entry>();
  const forget = (entry: Entry): void => {
    bySource.delete(entry.source);
    byProgram.delete(entry.program);
    entry.program.delete();
  };
  return {
    acquire(shader) {
      const known = bySource.get(shader.source);
      const entry = known ?? { source: shader.source, program: compile(shader), users: 0 };
      entry.users += 1;
      // Set anew, so that the map's order is that of last use.
      bySource.delete(entry.source);
      bySource.set(entry.source, entry);
      byProgram.set(entry.program, entry);
      return entry.program;
    },
    release(program) {
      const entry = byProgram.get(program);
      if (!entry) return;
      entry.users -= 1;
      const idle = [...bySource.values()].filter(({ users }) => users === 0);
      idle.slice(0, Math.max(0, idle.length - idleLimit)).forEach(forget);
    },
    clear() {
      [...bySource.values()].forEach(forget);
    },
  };
}
