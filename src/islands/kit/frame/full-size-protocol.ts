import { formatNumber } from '../../../figures/chart/linear-scale.ts';
import { fullSizeProtocol } from '../../../studies/full-size-fashion.ts';

/** How networks are trained that look at clothes at full size, in one sentence with the numbers of {@link fullSizeProtocol}. */
export function fullSizeProtocolInWords(): string {
  const { testRows, optimizer, batch } = fullSizeProtocol;
  return (
    `Dense: two hidden layers of ReLU units. Convolutional: two layers of 3 × 3 convolutions with stride 2 and ReLU, then the answers. ` +
    `Adam at ${optimizer.learningRate}, mini-batches of ${batch}, ${formatNumber(testRows, 0)} other pictures to test on.`
  );
}
