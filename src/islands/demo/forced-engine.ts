import type { EngineName } from '../../engine/engine.ts';

/** The engines in words. */
export const engineLabels: Readonly<Record<EngineName, string>> = { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' };

/** Whether a text names an engine. */
export function isEngineName(text: string): text is EngineName {
  return Object.hasOwn(engineLabels, text);
}

/** The engine that `?engine=` asks for, and a sentence for the reader if it asks for one that does not exist. */
export function forcedEngine(search: string): { name: EngineName | undefined; problem: string | undefined } {
  const asked = new URLSearchParams(search).get('engine');
  if (asked === null) return { name: undefined, problem: undefined };
  if (isEngineName(asked)) return { name: asked, problem: undefined };
  return {
    name: undefined,
    problem: `There is no engine "${asked}"; using the best of ${Object.keys(engineLabels).join(', ')}.`,
  };
}
