/** What the planes of the figure show, and what stands below them. */
export const views = ['between', 'errors', 'blend', 'batches', 'points', 'crossings'] as const;
export type View = (typeof views)[number];

interface Look {
  readonly name: string;
  /** Whether the networks' answers are to be seen. */
  readonly answers: boolean;
  /** Whether a segment with its blend can be moved. */
  readonly segment: boolean;
  /** Below a plane: the test error on an axis, the answers or labels along the segment, or a note. */
  readonly slot: 'axis' | 'band' | 'note';
}

export const looks: Readonly<Record<View, Look>> = {
  between: { name: 'answers between two examples', answers: true, segment: true, slot: 'band' },
  errors: { name: 'answers and errors', answers: true, segment: false, slot: 'axis' },
  blend: { name: 'one blend, before training', answers: false, segment: true, slot: 'band' },
  batches: { name: 'what each step sees', answers: false, segment: false, slot: 'note' },
  points: { name: 'examples only', answers: false, segment: false, slot: 'axis' },
  crossings: { name: 'segments across the other class', answers: true, segment: false, slot: 'axis' },
};

/** What shows the networks' answers where a view does not. */
export function withAnswers(view: View): View {
  if (looks[view].answers) return view;
  return looks[view].segment ? 'between' : 'errors';
}
