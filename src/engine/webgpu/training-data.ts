import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';

/** The different label arrays of an ensemble, in the order they are first seen. */
export function labelSets(ensemble: Ensemble): Uint8Array[] {
  return [...new Set(ensemble.members.map((member) => member.labels))];
}

/** Bytes of one label array on the device. */
export const labelStride = (ensemble: Ensemble): number => 4 * Math.ceil(rowCount(ensemble) / 4);

/** Every label array once, one byte a label, each array at a multiple of four bytes. */
export function packLabels(ensemble: Ensemble): Uint8Array<ArrayBuffer> {
  const stride = labelStride(ensemble);
  const sets = labelSets(ensemble);
  const packed = new Uint8Array(stride * sets.length);
  sets.forEach((labels, index) => packed.set(labels, index * stride));
  return packed;
}

/** Each row of the examples padded with zeros to whole vec4s. */
export function padRows(ensemble: Ensemble): Float32Array<ArrayBuffer> {
  const width = ensemble.network.sizes[0] as number;
  const paddedWidth = 4 * Math.ceil(width / 4);
  const rows = rowCount(ensemble);
  const padded = new Float32Array(rows * paddedWidth);
  for (let row = 0; row < rows; row += 1)
    padded.set(ensemble.inputs.subarray(row * width, (row + 1) * width), row * paddedWidth);
  return padded;
}
