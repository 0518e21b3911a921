import { mislabeledPlaneSet } from '../../core/data/mislabeled-plane-set.ts';
import type { PointEdit } from '../../parameters/point-edit.ts';
import { planeProtocol } from '../../studies/wins-and-losses.ts';
import type { Settings } from './settings.ts';

/** How many training examples are generated. */
const trainingCount = planeProtocol.training;

/** An example of the training set; `label` is the one trained on, wrong if `flipped`. */
export interface ToyPoint {
  /** What edits know it by: its place in the generated set, or after it for points that the reader added. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly label: 0 | 1;
  readonly flipped: boolean;
}

/** The training set of some settings: generated, partly mislabeled, and then edited by the reader. */
export function trainingPoints({ data, noise, flipped, seed, edits }: Settings): readonly ToyPoint[] {
  const set = mislabeledPlaneSet(data, trainingCount, noise, flipped, seed);
  const points = new Map<number, ToyPoint>();
  set.labels.forEach((label, index) => {
    points.set(index, {
      index,
      x: set.inputs[2 * index] as number,
      y: set.inputs[2 * index + 1] as number,
      label: label as 0 | 1,
      flipped: set.flipped[index] === 1,
    });
  });
  for (const edit of edits) {
    const { index } = edit;
    const before = points.get(index);
    if ('removed' in edit) points.delete(index);
    else
      points.set(index, {
        index,
        x: edit.x,
        y: edit.y,
        label: edit.label,
        flipped: before?.flipped === true && before.label === edit.label,
      });
  }
  return [...points.values()];
}

/** Adds an edit to others, in place of an earlier one of the same point. An added point that is removed leaves no trace. */
export function withEdit(edits: readonly PointEdit[], edit: PointEdit): PointEdit[] {
  const others = edits.filter(({ index }) => index !== edit.index);
  return 'removed' in edit && edit.index >= trainingCount ? others : [...others, edit];
}

/** The index that the next added point gets. */
function nextIndex(points: readonly ToyPoint[]): number {
  return Math.max(trainingCount - 1, ...points.map(({ index }) => index)) + 1;
}

/** What moving, adding or removing an example writes into the settings; places are rounded as an address writes them. */
export const pointEdits = {
  move: ({ index, label }: ToyPoint, x: number, y: number): PointEdit => ({
    index,
    x: thousandths(x),
    y: thousandths(y),
    label,
  }),
  add: (points: readonly ToyPoint[], x: number, y: number, label: 0 | 1): PointEdit => ({
    index: nextIndex(points),
    x: thousandths(x),
    y: thousandths(y),
    label,
  }),
  remove: ({ index }: ToyPoint): PointEdit => ({ index, removed: true }),
};

const thousandths = (value: number): number => Math.round(1000 * value) / 1000;
