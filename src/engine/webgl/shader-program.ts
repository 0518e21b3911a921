import { webgl_util, type GPGPUContext } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import { samplerNames, textureUnits, type Slot } from './texture-units.ts';

/** A value for a uniform: a number for `int`, `uint` and `float`, four numbers for `vec4`. */
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
      [gl.FLOAT]: (value) => gl.uniform1f(location, value as number),
      [gl.FLOAT_VEC4]: (value) => gl.uniform4fv(location, value as Float32Array),
    };
    setters.push([info.name, byType[info.type] as Setter]);
  }
  return setters;
}
