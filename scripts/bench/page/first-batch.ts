import type { Problem } from './bench-page.ts';

/** The first batch of a problem with one-hot labels: the baselines train on it again and again, mixing nothing. */
export function firstBatch({ sizes, inputs, labels, batch }: Problem): { inputs: Float32Array; labels: Float32Array } {
  const width = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const oneHot = new Float32Array(batch * classes);
  for (let r = 0; r < batch; r += 1) oneHot[r * classes + (labels[r] as number)] = 1;
  return { inputs: Float32Array.from(inputs.slice(0, batch * width)), labels: oneHot };
}
