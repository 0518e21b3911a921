import { rowBlock, roundUp, type PaddedLayout } from './padded-layout.ts';

/** Arrays that one pass through a network fills, allocated once and shared by all members of one shape. */
export interface Workspace {
  readonly layout: PaddedLayout;
  /** Rows of one side: the mini-batch rounded up to whole blocks. Second partners' rows start here. */
  readonly side: number;
  /** Values of the inputs and of each layer, `[rows, width]`; the last are logits. */
  readonly values: readonly Float64Array[];
  /** Gradients for them before activation. */
  readonly deltas: readonly Float64Array[];
  /** Factors of dropout of each layer, like `values`. Rows and units that only fill up a block keep 0. */
  readonly factors: readonly Float64Array[];
  /** Values of a hidden layer after mixing, `[side, widest]`. */
  readonly mixed: Float64Array;
  readonly gradient: Float64Array;
}

/** Allocates for `rows` rows and, where members mix hidden values, as many second partners. */
export function createWorkspace(layout: PaddedLayout, rows: number, bothSides: boolean): Workspace {
  const side = roundUp(rows, rowBlock);
  const capacity = bothSides ? 2 * side : side;
  const perLayer = (): Float64Array[] => layout.widths.map((width) => new Float64Array(capacity * width));
  return {
    layout,
    side,
    values: perLayer(),
    deltas: perLayer(),
    factors: perLayer(),
    mixed: new Float64Array(bothSides ? side * Math.max(...layout.widths) : 0),
    gradient: new Float64Array(layout.length),
  };
}
