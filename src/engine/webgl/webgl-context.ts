/** The context attributes: nothing but textures is ever drawn to. A software renderer may start; the choice of engine ranks it. */
const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  failIfMajorPerformanceCaveat: false,
  powerPreference: 'high-performance',
};

/**
 * Opens a WebGL 2 context that can render to four float32 textures at once.
 *
 * @throws Error with a sentence for the reader when there is none
 */
export function openWebgl2(): WebGL2RenderingContext {
  // An element rather than an OffscreenCanvas: Safari has no fences on the latter.
  const gl = document.createElement('canvas').getContext('webgl2', attributes);
  if (!gl) throw new Error('This browser offers no WebGL 2 here, so the WebGL engine cannot run.');
  try {
    if (!gl.getExtension('EXT_color_buffer_float'))
      throw new Error(
        'This device cannot render to float32 textures, so the WebGL engine cannot run; half precision is not enough to train.',
      );
  } catch (error) {
    releaseContext(gl);
    throw error;
  }
  return gl;
}

/** Gives a context back at once rather than when it is collected: browsers keep few and drop the oldest. */
export function releaseContext(gl: WebGL2RenderingContext): void {
  if (!gl.isContextLost()) gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/** What renders, as the browser names it. */
export function rendererName(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
