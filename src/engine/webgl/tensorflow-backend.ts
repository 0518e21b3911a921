import { engine, env, findBackend, keep, registerBackend, removeBackend, type Tensor } from '@tensorflow/tfjs-core';
import {
  GPGPUContext,
  MathBackendWebGL,
  setWebGLContext,
  webgl_util,
} from '@tensorflow/tfjs-backend-webgl/dist/base.js';

/** A texture of RGBA float32 texels that TensorFlow.js owns and counts as a tensor `[width height, 2, 2]`. */
export interface TensorTexture {
  readonly texture: WebGLTexture;
  readonly tensor: Tensor;
  readonly width: number;
  readonly height: number;
}

/** The part of TensorFlow.js that this engine runs on: its WebGL backend, on a context of our own, without its kernels. */
export interface TensorflowBackend {
  readonly gpgpu: GPGPUContext;
  readonly backend: MathBackendWebGL;
  /** Compiles and links a fragment shader with the vertex shader of TensorFlow.js; how that went is not asked, since that would wait for it. */
  readonly link: (source: string) => ReturnType<GPGPUContext['createProgram']>;
  createTexture(width: number, height: number): TensorTexture;
  /** Disposes the tensor and deletes its texture. */
  deleteTexture(texture: TensorTexture): void;
  dispose(): void;
}

let backends = 0;

/**
 * Starts a backend of TensorFlow.js on a context. Each has its own name and context, so that a lost one is simply
 * replaced, and a page's own use of TensorFlow.js is left alone.
 *
 * @param quiet whether TensorFlow.js keeps its advice out of the console
 * @throws Error if TensorFlow.js finds no float32 render targets
 */
export function startTensorflow(gl: WebGL2RenderingContext, quiet: boolean): TensorflowBackend {
  const { gpgpu, backend, name } = startBackend(gl, quiet);
  return {
    gpgpu,
    backend,
    link(source) {
      env().set('ENGINE_COMPILE_ONLY', true);
      try {
        const fragment = webgl_util.createFragmentShader(gpgpu.gl, source);
        try {
          return gpgpu.createProgram(fragment);
        } finally {
          // The program keeps the compiled shader; the handle is no longer needed.
          gpgpu.gl.deleteShader(fragment);
        }
      } finally {
        env().set('ENGINE_COMPILE_ONLY', false);
      }
    },
    createTexture(width, height) {
      const info = backend.makeTensorInfo([width * height, 2, 2], 'float32');
      try {
        const data = backend.getDataInfo(info.dataId);
        data.isPacked = true;
        data.texShape = [2 * height, 2 * width];
        const texture = backend.getTexture(info.dataId);
        return { texture, tensor: keep(engine().makeTensorFromTensorInfo(info, backend)), width, height };
      } catch (error) {
        backend.disposeIntermediateTensorInfo(info);
        throw error;
      }
    },
    deleteTexture({ tensor }) {
      // TensorFlow.js keeps released textures for reuse, for ever; ours are too varied in size for that to help.
      const threshold = env().getNumber('WEBGL_DELETE_TEXTURE_THRESHOLD');
      env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
      tensor.dispose();
      env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', threshold);
    },
    dispose() {
      gpgpu.setProgram(null);
      removeBackend(name);
      gpgpu.dispose();
    },
  };
}

function startBackend(
  gl: WebGL2RenderingContext,
  quiet: boolean,
): Pick<TensorflowBackend, 'gpgpu' | 'backend'> & { readonly name: string } {
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (quiet) env().set('PROD', true);
  setWebGLContext(2, gl);
  try {
    // These flags probe the context once for the whole page, so they must be read while it is the one at hand.
    const capable =
      env().getNumber('WEBGL_VERSION') === 2 &&
      env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE') &&
      env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
    if (!capable)
      throw new Error('TensorFlow.js finds no WebGL 2 with float32 render targets, so the WebGL engine cannot run.');
    env().getNumber('WEBGL_MAX_TEXTURE_SIZE');

    backends += 1;
    const name = `mixup-webgl-${backends}`;
    const gpgpu = new GPGPUContext(gl);
    registerBackend(name, () => new MathBackendWebGL(gpgpu), 0);
    const backend = findBackend(name) as MathBackendWebGL | null;
    if (!backend) {
      removeBackend(name);
      throw new Error('TensorFlow.js could not start its WebGL backend.');
    }
    return { gpgpu, backend, name };
  } finally {
    // TensorFlow.js would hand this context to its own default backend too, and the two would share its end.
    setWebGLContext(2, null as unknown as WebGLRenderingContext);
  }
}
