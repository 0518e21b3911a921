import type { Contender } from './bench-page.ts';
import { prepareWithAutodiff } from './prepare-with-autodiff.ts';
import { startTensorflowOnWebgl } from './tensorflow-webgl.ts';

export async function openContender(): Promise<Contender> {
  return { device: await startTensorflowOnWebgl(), prepare: prepareWithAutodiff };
}
