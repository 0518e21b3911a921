import { exp } from '../../core/elementary/exponential.ts';
import type { GeneratorLoss } from '../../core/gan/game.ts';
import { boxSide } from '../../figures/chart/compact-path.ts';
import { gameGrid } from '../../studies/game-picture.ts';

/** Cells from one arrow to the next. */
const stride = 4;
/** The pull, for each unit of the plane, from which on an arrow has its full length. */
const fullPull = 2;
/** An arrow shorter than this share is left out: nothing pulls there. */
const least = 0.03;
/** Full length and width at the foot, in units of the drawing box. */
const size = { length: 92, width: 15 } as const;

/**
 * Where and how strongly the generator's loss pulls a fake point: up the discriminator's slope, times how much the loss cares there.
 * Minimax cares as much as the discriminator takes the point for real, the usual loss as much as it takes it for fake.
 *
 * @param logits in each cell of {@link gameGrid}, row 0 at the bottom
 * @returns slim arrows as SVG path data in the drawing box, y down
 */
export function pullArrows(logits: ArrayLike<number>, loss: GeneratorLoss): string {
  const { cells, least: low, greatest } = gameGrid;
  const cell = (greatest - low) / cells;
  const at = (column: number, row: number): number => logits[row * cells + column] as number;
  const inBox = (share: number): number => (boxSide * share) / cells;
  let path = '';
  for (let row = stride / 2; row < cells - 1; row += stride) {
    for (let column = stride / 2; column < cells - 1; column += stride) {
      const real = 1 / (1 + exp(-at(column, row)));
      const care = loss === 'minimax' ? real : 1 - real;
      const across = (care * (at(column + 1, row) - at(column - 1, row))) / (2 * cell);
      const up = (care * (at(column, row + 1) - at(column, row - 1))) / (2 * cell);
      const pull = Math.sqrt(across * across + up * up);
      const share = Math.min(1, pull / fullPull);
      if (!(share > least)) continue;
      const [x, y] = [inBox(column + 0.5), boxSide - inBox(row + 0.5)];
      const [toX, toY] = [across / pull, -up / pull];
      const length = size.length * share;
      const foot = size.width / 2;
      const corner = (ahead: number, aside: number): string =>
        `${Math.round(x + ahead * toX - aside * toY)} ${Math.round(y + ahead * toY + aside * toX)}`;
      path += `M${corner(-length / 2, foot)}L${corner(length / 2, 0)}L${corner(-length / 2, -foot)}z`;
    }
  }
  return path;
}
