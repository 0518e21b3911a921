import type { KernelShape } from '../kernel-shape.ts';

/** Replaces the logits by the derivatives of the mean cross-entropy. The padding of a row stays zero, as its logits are. */
export function lossPhase(shape: KernelShape): string {
  const classes = shape.padded.network.sizes.at(-1) as number;
  const quads = shape.padded.quads.at(-1) as number;
  return `
/// The training label of a row of the table; four labels are packed into each word.
fn labelOf(member: Member, row: u32) -> u32 {
  let at = member.labels + row;
  return (labels[at >> 2u] >> (8u * (at & 3u))) & 255u;
}

/// The soft label of one example: mixed, then smoothed.
fn softLabel(work: Work, member: Member, row: u32) -> Classes {
  let lambda = lambdaOf(work, member.mixesLabels != 0u, row);
  let pair = pairOf(work, row);
  let first = labelOf(member, u32(pair.x));
  let second = labelOf(member, u32(pair.y));
  var label: Classes;
  for (var c = 0u; c < ${classes}u; c++) {
    let mixed = select(0.0, lambda, c == first) + select(0.0, 1.0 - lambda, c == second);
    label[c] = (1.0 - member.labelSmoothing) * mixed + member.labelSmoothing / ${classes}.0;
  }
  return label;
}

fn lossGradient(work: Work, member: Member) {
  for (var row = work.thread; row < batchRows; row += workgroupSize) {
    let block = work.values + ${shape.values.deltas.at(-1) as number}u + row * ${quads}u;
    if (row >= batch) {
      for (var quad = 0u; quad < ${quads}u; quad++) {
        values[block + quad] = vec4f(0.0);
      }
      continue;
    }
    var logits: Classes;
    for (var c = 0u; c < ${classes}u; c++) {
      logits[c] = values[block + c / 4u][c % 4u];
    }
    let gradient = crossEntropyGradient(logits, softLabel(work, member, row));
    for (var c = 0u; c < ${classes}u; c++) {
      values[block + c / 4u][c % 4u] = gradient[c] / ${shape.batch}.0;
    }
  }
}
`;
}
