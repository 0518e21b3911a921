import { createVicinitySampler, type VicinitySampler, type VirtualExamples } from '../../core/data/vicinity.ts';
import { countPoints } from '../../engine/cpu/mix.ts';
import type { Place, SurfacePoint } from '../../figures/plane/surface-point.ts';
import { examplesOf, onlyRow, vicinityOf, type Settings, type VicinityKind } from './settings.ts';

/** The part of the plane that is shown, and the cells it is counted in: squares with sides of 0.05. */
export const plane = { x: [-1.6, 1.6], y: [-1.2, 1.2], columns: 64, rows: 48 } as const;

/** The virtual example drawn last, and the points it was mixed from. */
interface Newest {
  readonly point: SurfacePoint;
  readonly from: readonly Place[];
  /** Weight of the first of two points. */
  readonly lambda: number;
}

/** What was drawn from one vicinity and counted so far. */
export interface Tally {
  readonly kind: VicinityKind;
  readonly drawn: number;
  /** Virtual examples in each cell of the plane, row 0 at the bottom. */
  readonly counts: Float32Array;
  /** Sum of their weights of class B. */
  readonly labelSums: Float32Array;
  readonly newest: Newest | undefined;
}

/** The sequence of virtual examples that settings describe for one vicinity. */
export function samplerOf(kind: VicinityKind, settings: Settings): VicinitySampler {
  return createVicinitySampler(examplesOf(settings), vicinityOf(kind, settings), settings.seed, onlyRow(settings));
}

/** A tally of nothing. */
export function emptyTally(kind: VicinityKind): Tally {
  const cells = plane.columns * plane.rows;
  return { kind, drawn: 0, counts: new Float32Array(cells), labelSums: new Float32Array(cells), newest: undefined };
}

/**
 * The tally with more virtual examples.
 *
 * @param counted what an engine's `countOnGrid` gave for `batch` on {@link plane}
 */
export function addToTally(tally: Tally, batch: VirtualExamples, counted: Float32Array): Tally {
  const cells = tally.counts.length;
  return {
    kind: tally.kind,
    drawn: tally.drawn + batch.first.length,
    counts: tally.counts.map((count, cell) => count + (counted[cell] as number)),
    labelSums: tally.labelSums.map((sum, cell) => sum + (counted[cells + cell] as number)),
    newest: newestOf(tally.kind, batch),
  };
}

/** The whole tally of some settings at once, counted by the CPU engine's code. */
export function wholeTally(kind: VicinityKind, settings: Settings): Tally {
  const empty = emptyTally(kind);
  if (settings.drawn === 0) return empty;
  const batch = samplerOf(kind, settings)(settings.drawn);
  return addToTally(empty, batch, countPoints(batch, batch.labels, plane));
}

function newestOf(kind: VicinityKind, { rows, labels, first, second, lambdas }: VirtualExamples): Newest {
  const last = first.length - 1;
  const [i, j, lambda] = [first[last] as number, second[last] as number, lambdas[last] as number];
  const place = (row: number): Place => ({ x: rows[2 * row] as number, y: rows[2 * row + 1] as number });
  const mix = (a: number, b: number): number => lambda * a + (1 - lambda) * b;
  const [a, b] = [place(i), place(j)];
  const label = mix(labels[i] as number, labels[j] as number);
  // The second row of a Gaussian vicinity is a copy moved by noise of deviation 1, which nobody needs to see.
  return { point: { x: mix(a.x, b.x), y: mix(a.y, b.y), label }, from: kind === 'mixup' ? [a, b] : [a], lambda };
}
