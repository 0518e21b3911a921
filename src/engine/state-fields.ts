/** The arrays of a snapshot, in the order in which engines keep them. */
export const stateFields = ['parameters', 'firstMoments', 'secondMoments'] as const;

type StateField = (typeof stateFields)[number];

/** Something for each array of a snapshot. */
export function forState<Made>(make: (field: StateField) => Made): Record<StateField, Made> {
  return Object.fromEntries(stateFields.map((field) => [field, make(field)])) as Record<StateField, Made>;
}
