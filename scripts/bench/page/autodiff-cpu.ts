import type { Contender } from './bench-page.ts';
import { prepareWithAutodiff } from './prepare-with-autodiff.ts';
import { startTensorflowOnCpu } from './tensorflow-cpu.ts';

export async function openContender(): Promise<Contender> {
  return { device: await startTensorflowOnCpu(), prepare: prepareWithAutodiff };
}
