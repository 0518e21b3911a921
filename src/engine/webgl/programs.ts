import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { TensorflowBackend } from './tensorflow-backend.ts';
import { samplerNames, textureUnits, type Slot } from './texture-units.ts';

/** A value for a uniform: a number for `int` and `uint`, pairs of numbers for an array of `vec2`. */
export type UniformValue = number | Float32Array;

/** A fragment shader compiled and linked with TensorFlow.js' vertex shader, its samplers bound to their units for good. */
export interface ShaderProgram {
  readonly slots: readonly Slot[];
  /** Makes it the program that draws and sets its uniforms; those it does not have are ignored. */
  use(uniforms: Readonly<Record<string, UniformValue>>): void;
}

/** A program that the browser was told to compile. */
export interface StartedProgram {
  /** Whether it is ready: asking it anything else before waits for that, and the page with it. Where the browser does not tell, it says so at once. */
  isReady(): boolean;
  /** @throws Error if it does not compile */
  finish(): ShaderProgram;
  delete(): void;
}

/** Has a program compiled. Several that are started one after another compile side by side, beside the page's thread. */
export function startProgram(
  { gpgpu, link }: Pick<TensorflowBackend, 'gpgpu' | 'link'>,
  { source, slots }: FragmentShader,
): StartedProgram {
  const gl = gpgpu.gl as unknown as WebGL2RenderingContext;
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  const program = link(source);
  return {
    // A context that was lost says null.
    isReady: () => !parallel || gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR) !== false,
    finish() {
      if (gl.getProgramParameter(program, gl.LINK_STATUS) === false)
        throw new Error('A program did not compile.', { cause: new Error(gl.getProgramInfoLog(program) ?? source) });
      gpgpu.buildVao(program);
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
      };
    },
    delete: () => gpgpu.deleteProgram(program),
  };
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
