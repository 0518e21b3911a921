/** SwiftShader; Mesa's llvmpipe, lavapipe, softpipe, swrast and off-screen renderer; Windows' WARP and Basic Render; macOS' own. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|swrast|mesa offscreen|basic render|\bwarp\b|software/i;

/** Whether the name of a renderer or adapter is that of a software implementation, slower than the CPU engine. */
export function isSoftwareRenderer(name: string): boolean {
  return softwareNames.test(name);
}
