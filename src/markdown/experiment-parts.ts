/** The parts of an experiment article and the label above the heading of each. `look` stands in for `rerun` where nothing is run. */
export const experimentParts = {
  question: 'The question',
  did: 'What they did',
  found: 'What they found',
  rerun: 'Run it again here',
  look: 'Look closer here',
  shows: 'What this shows, and what not',
} as const;

/** The name of a part, as authors write it. */
export type ExperimentPartName = keyof typeof experimentParts;

/** The order in which the parts come, each once. */
export const experimentOrder: readonly (readonly ExperimentPartName[])[] = [
  ['question'],
  ['did'],
  ['found'],
  ['rerun', 'look'],
  ['shows'],
];
