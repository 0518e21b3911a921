import { defaultDevice, getWebGPUDevice, init } from '@jax-js/jax';
import { adapterFacts } from '../../../src/engine/webgpu/adapter-facts.ts';
import type { Contender } from './bench-page.ts';
import { prepareWithJax } from './prepare-with-jax.ts';

export async function openContender(): Promise<Contender> {
  const started = await init('webgpu');
  if (!started.includes('webgpu')) throw new Error('The WebGPU backend did not start.');
  defaultDevice('webgpu');
  return { device: adapterFacts({ info: getWebGPUDevice().adapterInfo }).name, prepare: prepareWithJax };
}
