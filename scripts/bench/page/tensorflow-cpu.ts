import { enableProdMode, setBackend } from '@tensorflow/tfjs';

/** Starts TensorFlow.js' CPU backend: plain JavaScript in the page's own thread. */
export async function startTensorflowOnCpu(): Promise<string> {
  enableProdMode();
  if (!(await setBackend('cpu'))) throw new Error('The CPU backend did not start.');
  return 'JavaScript, one thread';
}
