import { webgl_util, type GPGPUContext } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { ProgramCount } from '../engine.ts';
import type { Scope } from '../scope.ts';
import { pause } from './read-back.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import { samplerNames, textureUnits, type Slot } from './texture-units.ts';
import type { WebglDevice } from './webgl-device.ts';

/** A value for a uniform: a number for `int` and `uint`, pairs of numbers for an array of `vec2`. */
export type UniformValue = number | Float32Array;

/** A fragment shader compiled and linked with TensorFlow.js' vertex shader, its samplers bound to their units for good. */
export interface ShaderProgram {
  readonly slots: readonly Slot[];
  /** Makes it the program that draws and sets its uniforms; those it does not have are ignored. */
  use(uniforms: Readonly<Record<string, UniformValue>>): void;
  delete(): void;
}

/** Compiles a program. */
export function compileProgram(gpgpu: GPGPUContext, { source, slots }: FragmentShader): ShaderProgram {
  const gl = gpgpu.gl as unknown as WebGL2RenderingContext;
  const fragment = webgl_util.createFragmentShader(gpgpu.gl, source);
  const program = link(gpgpu, fragment);
  const setters = uniformSetters(gl, program);
  for (const slot of slots) {
    samplerNames(slot).forEach((name, k) => {
      gl.uniform1i(gl.getUniformLocation(program, name), textureUnits[slot][k] as number);
    });
  }
  return {
    slots,
    use(uniforms) {
      gl.useProgram(program);
      gl.bindVertexArray(program.vao);
      for (const [name, set] of setters) set(uniforms[name] as UniformValue);
    },
    delete() {
      gpgpu.deleteProgram(program);
    },
  };
}

function link(gpgpu: GPGPUContext, fragment: WebGLShader): ReturnType<GPGPUContext['createProgram']> {
  try {
    const program = gpgpu.createProgram(fragment);
    try {
      gpgpu.buildVao(program);
      return program;
    } catch (error) {
      gpgpu.deleteProgram(program);
      throw error;
    }
  } finally {
    // The program keeps the compiled shader; the handle is no longer needed.
    (gpgpu.gl as unknown as WebGL2RenderingContext).deleteShader(fragment);
  }
}

type Setter = (value: UniformValue) => void;

/** One setter for each uniform in use that is not a sampler. */
function uniformSetters(gl: WebGL2RenderingContext, program: WebGLProgram): [string, Setter][] {
  const setters: [string, Setter][] = [];
  const count = gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) as number;
  for (let index = 0; index < count; index += 1) {
    const info = gl.getActiveUniform(program, index);
    if (!info || info.type === gl.SAMPLER_2D) continue;
    const location = gl.getUniformLocation(program, info.name);
    const byType: Record<number, Setter> = {
      [gl.INT]: (value) => gl.uniform1i(location, value as number),
      [gl.UNSIGNED_INT]: (value) => gl.uniform1ui(location, value as number),
      [gl.FLOAT_VEC2]: (value) => gl.uniform2fv(location, value as Float32Array),
    };
    setters.push([info.name.replace('[0]', ''), byType[info.type] as Setter]);
  }
  return setters;
}

/** Programs that nobody uses are kept for the next ensemble, up to this many; a network has at most about twenty. */
const idleLimit = 60;

/** Compiled programs by source, shared by all ensembles of a device. */
export interface ProgramCache {
  /** A program for this source; compiled unless known. To be given back with {@link release}. */
  acquire(shader: FragmentShader): ShaderProgram;
  release(program: ShaderProgram): void;
  clear(): void;
  /** Tells that some programs will be acquired soon, one after another. */
  announce(programs: number): void;
  count(): ProgramCount;
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
  let asked = 0;
  let ready = 0;
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
      ready += 1;
      asked = Math.max(asked, ready);
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
    announce: (programs) => (asked += programs),
    count: () => ({ asked, ready }),
  };
}

/** Gets a program from the device's cache for as long as a scope lasts. */
export async function compileFor(device: WebglDevice, scope: Scope, shader: FragmentShader): Promise<ShaderProgram> {
  device.expectAlive();
  const program = device.programs.acquire(shader);
  scope.defer(() => device.programs.release(program));
  // A driver can take long to compile one program; the page gets a turn before the next.
  await pause(0);
  device.expectAlive();
  return program;
}
