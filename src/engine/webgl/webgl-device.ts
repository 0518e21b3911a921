import { EngineLostError } from '../engine.ts';
import { createScope } from '../scope.ts';
import { Fences } from './fences.ts';
import { isSoftwareRenderer } from '../software-renderer.ts';
import { startTensorflow, type TensorTexture } from './tensorflow-backend.ts';
import { createProgramCache, type ProgramCache } from './program-cache.ts';
import { startProgram, type ShaderProgram, type UniformValue } from './programs.ts';
import { textureUnits, type Slot } from './texture-units.ts';
import { openWebgl2, releaseContext, rendererName } from './webgl-context.ts';

/** Textures that a draw writes together, each the target of one output, and the framebuffer that binds them. */
export interface RenderTarget {
  readonly textures: readonly WebGLTexture[];
  readonly framebuffer: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
  /** Replaces one of the textures by `[height, width, 4]` numbers. */
  upload(index: number, texels: Float32Array): void;
  dispose(): void;
}

/** One texture that is written by upload. */
export interface DataTexture {
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  /** Replaces the first `height` rows by `[height, width, 4]` numbers. */
  upload(texels: Float32Array, height: number): void;
  dispose(): void;
}

/** A draw made ready: everything but its uniforms. */
export interface Pass {
  readonly program: ShaderProgram;
  readonly target: RenderTarget;
  /** The pixels it writes. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly textures: Readonly<Partial<Record<Slot, readonly WebGLTexture[]>>>;
}

/** The WebGL context of an engine, with what all its ensembles share. */
export interface WebglDevice {
  readonly gl: WebGL2RenderingContext;
  readonly renderer: string;
  readonly software: boolean;
  readonly maxTextureSize: number;
  readonly programs: ProgramCache;
  readonly fences: Fences;
  readonly lost: Promise<EngineLostError>;
  /** @throws EngineLostError once the context is lost, Error once the engine was disposed of */
  expectAlive(): void;
  createTarget(count: number, width: number, height: number): RenderTarget;
  createData(width: number, height: number): DataTexture;
  draw(pass: Pass, uniforms: Readonly<Record<string, UniformValue>>): void;
  memory(): { objects: number; bytes: number };
  simulateLoss(): void;
  dispose(): void;
}

/**
 * Opens a device.
 *
 * @param quiet whether TensorFlow.js keeps its advice out of the console
 * @throws Error with a sentence for the reader when the device cannot run this engine
 */
export function openDevice(quiet: boolean): WebglDevice {
  const gl = openWebgl2();
  try {
    return deviceOn(gl, quiet);
  } catch (error) {
    releaseContext(gl);
    throw error;
  }
}

function deviceOn(gl: WebGL2RenderingContext, quiet: boolean): WebglDevice {
  // Whatever may throw in an odd browser comes before there is anything to give back.
  const renderer = rendererName(gl);
  const maxTextureSize = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const tensorflow = startTensorflow(gl, quiet);
  // TensorFlow.js switches it on.
  gl.disable(gl.SCISSOR_TEST);
  const live = new Set<TensorTexture>();
  const bound: (WebGLTexture | undefined)[] = [];
  let reason: Error | undefined;
  let tellLost: (error: EngineLostError) => void;
  const lost = new Promise<EngineLostError>((resolve) => (tellLost = resolve));

  const loseFor = (why: string): void => {
    const error = new EngineLostError('webgl', why);
    reason ??= error;
    tellLost(error);
  };
  const onLost = (event: Event): void => {
    event.preventDefault();
    loseFor('the browser took the graphics context away.');
  };
  gl.canvas.addEventListener('webglcontextlost', onLost);

  const bind = (unit: number, texture: WebGLTexture): void => {
    if (bound[unit] === texture) return;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    bound[unit] = texture;
  };
  const create = (width: number, height: number): TensorTexture => {
    const texture = tensorflow.createTexture(width, height);
    // TensorFlow.js binds a new texture, and then none, to whichever unit is active.
    bound.length = 0;
    live.add(texture);
    return texture;
  };
  const remove = (texture: TensorTexture): void => {
    if (!live.delete(texture)) return;
    bound.length = 0;
    tensorflow.deleteTexture(texture);
  };
  const upload = (texture: WebGLTexture, width: number, rows: number, texels: Float32Array): void => {
    const [unit] = textureUnits.requests;
    bind(unit, texture);
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, rows, gl.RGBA, gl.FLOAT, texels);
  };
  const expectAlive = (): void => {
    if (!reason && gl.isContextLost()) loseFor('the browser took the graphics context away.');
    if (reason) throw reason;
  };
  const programs = createProgramCache((shader) => startProgram(tensorflow, shader), expectAlive);
  const device: WebglDevice = {
    gl,
    renderer,
    software: isSoftwareRenderer(renderer),
    maxTextureSize,
    programs,
    fences: new Fences({ gl, expectAlive }),
    lost,
    expectAlive,
    createTarget(count, width, height) {
      const scope = createScope();
      try {
        const owned = Array.from({ length: count }, () => {
          const texture = create(width, height);
          scope.defer(() => remove(texture));
          return texture;
        });
        const framebuffer = gl.createFramebuffer();
        scope.defer(() => gl.deleteFramebuffer(framebuffer));
        gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
        owned.forEach(({ texture }, k) => {
          gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + k, gl.TEXTURE_2D, texture, 0);
        });
        gl.drawBuffers(owned.map((_, k) => gl.COLOR_ATTACHMENT0 + k));
        if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) {
          expectAlive();
          throw new Error(
            `This device cannot render to ${count} float32 textures of ${width} x ${height} texels at once.`,
          );
        }
        return {
          textures: owned.map(({ texture }) => texture),
          framebuffer,
          width,
          height,
          upload: (index, texels) => upload((owned[index] as TensorTexture).texture, width, height, texels),
          dispose: () => scope.dispose(),
        };
      } catch (error) {
        scope.dispose();
        throw error;
      }
    },
    createData(width, height) {
      const owned = create(width, height);
      return {
        texture: owned.texture,
        width,
        height,
        upload: (texels, rows) => upload(owned.texture, width, rows, texels),
        dispose: () => remove(owned),
      };
    },
    draw({ program, target, x, width, height, textures }, uniforms) {
      program.use(uniforms);
      gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
      gl.viewport(x, 0, width, height);
      for (const slot of program.slots) {
        const units = textureUnits[slot];
        const list = textures[slot] as readonly WebGLTexture[];
        for (let k = 0; k < units.length; k += 1) bind(units[k] as number, list[k] as WebGLTexture);
      }
      gl.drawElements(gl.TRIANGLES, 6, gl.UNSIGNED_SHORT, 0);
    },
    memory: () => ({ objects: tensorflow.backend.numDataIds(), bytes: tensorflow.backend.memory().numBytesInGPU }),
    simulateLoss() {
      const extension = gl.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('This browser cannot provoke the loss of a WebGL context.');
      extension.loseContext();
    },
    dispose() {
      reason ??= new Error('The webgl engine was disposed of.');
      const scope = createScope();
      scope.defer(() => releaseContext(gl));
      scope.defer(() => tensorflow.dispose());
      live.forEach((texture) => scope.defer(() => remove(texture)));
      scope.defer(() => programs.clear());
      scope.defer(() => gl.canvas.removeEventListener('webglcontextlost', onLost));
      scope.dispose();
    },
  };
  return device;
}
