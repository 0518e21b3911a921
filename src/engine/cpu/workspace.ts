import type { Arena } from './arena.ts';
import type { LayerLoops } from './layer-loops.ts';
import { paddedRows, type PaddedLayout } from './padded-layout.ts';

/** Addresses of what one pass through a network fills, taken once and shared by all members of an ensemble. */
export interface Workspace {
  readonly layout: PaddedLayout;
  /** What each layer computes. */
  readonly loops: readonly LayerLoops[];
  /** Rows of one side: the mini-batch rounded up to whole blocks. Second partners' rows start here. */
  readonly side: number;
  /** Values of the inputs and of each layer, `[width, rows]`; the last are logits. */
  readonly values: readonly number[];
  /** Gradients for them before activation. */
  readonly deltas: readonly number[];
  /** Factors of dropout of each layer, like `values`. */
  readonly factors: readonly number[];
  /** Values of a hidden layer after mixing, and the gradient for them, `[widest, side]`. */
  readonly mixed: number;
  readonly mixedDelta: number;
  /** Soft labels, `[classes, side]`. */
  readonly targets: number;
  /** What a row counts in the mean of the loss, `[side]`: 0 for rows that only fill up a block. */
  readonly rowWeights: number;
  /** Gradient for the parameters, padded. */
  readonly gradient: number;
}

/**
 * Takes memory for `rows` rows and, where members mix hidden values, as many second partners.
 *
 * @param rowWeight what each of the rows counts in the loss
 */
export function createWorkspace(
  { take, floats }: Pick<Arena, 'take' | 'floats'>,
  layout: PaddedLayout,
  loops: readonly LayerLoops[],
  rows: number,
  rowWeight: number,
  bothSides: boolean,
): Workspace {
  const side = paddedRows(rows);
  const block = (width: number, height: number): number => take(4 * width * height);
  const perLayer = (): number[] => layout.widths.map((width) => block(width, bothSides ? 2 * side : side));
  const widest = bothSides ? Math.max(...layout.widths) : 0;
  const workspace = {
    layout,
    loops,
    side,
    values: perLayer(),
    deltas: perLayer(),
    factors: perLayer(),
    mixed: block(widest, side),
    mixedDelta: block(widest, side),
    targets: block(layout.widths.at(-1) as number, side),
    rowWeights: block(1, side),
    gradient: block(1, layout.length),
  };
  floats(workspace.rowWeights, rows).fill(rowWeight);
  return workspace;
}
