import type { Contender } from './bench-page.ts';
import { prepareWithLayers } from './prepare-with-layers.ts';
import { startTensorflowOnWebgl } from './tensorflow-webgl.ts';

export async function openContender(): Promise<Contender> {
  return { device: await startTensorflowOnWebgl(), prepare: prepareWithLayers };
}
