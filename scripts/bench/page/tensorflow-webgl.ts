import { backend, enableProdMode, env, setBackend } from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** Starts TensorFlow.js' own WebGL backend, on a software renderer too. Returns the renderer's name. */
export async function startTensorflowOnWebgl(): Promise<string> {
  enableProdMode();
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  const started = await setBackend('webgl');
  const running = backend();
  if (!started || !(running instanceof MathBackendWebGL)) throw new Error('The WebGL backend did not start.');
  const gl = running.gpgpu.gl;
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
