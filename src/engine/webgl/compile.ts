import { pause } from './read-back.ts';
import type { Scope } from '../scope.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import type { ShaderProgram } from './shader-program.ts';
import type { WebglDevice } from './webgl-device.ts';

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
