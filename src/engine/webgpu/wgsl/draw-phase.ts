import type { KernelShape } from '../kernel-shape.ts';

/**
 * Draws which examples meet in a step and with which weight, once for all phases that ask: `(first row, second row, lambda)`.
 * Row numbers are below 2^24, so that float32 holds them exactly.
 */
export function drawPhase({ values }: KernelShape): string {
  return `
/// Draws the pairs of step work.step. Threads start from the last, since the first have most of the work done meanwhile.
fn drawPairs(work: Work, member: Member) {
  for (var row = workgroupSize - 1u - work.thread; row < batch; row += workgroupSize) {
    let place = placeAt(member.plan, work.step * batch + row);
    let first = rowAt(member.plan, place);
    let second = secondRow(member.plan, work.step, row, place);
    values[work.values + ${values.pairs}u + row] = vec4f(f32(first), f32(second), lambdaAt(member.plan, work.step, row), 0.0);
  }
}

/// What was drawn for an example; padding has that of the last one.
fn pairOf(work: Work, row: u32) -> vec4f {
  return values[work.values + ${values.pairs}u + min(row, batch - 1u)];
}

/// The first partner's weight in the example at a row of the mini-batch; 1 where a member does not mix.
fn lambdaOf(work: Work, mixes: bool, row: u32) -> f32 {
  return select(1.0, pairOf(work, row).z, mixes);
}
`;
}
