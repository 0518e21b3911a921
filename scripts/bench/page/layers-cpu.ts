import type { Contender } from './bench-page.ts';
import { prepareWithLayers } from './prepare-with-layers.ts';
import { startTensorflowOnCpu } from './tensorflow-cpu.ts';

export async function openContender(): Promise<Contender> {
  return { device: await startTensorflowOnCpu(), prepare: prepareWithLayers };
}
