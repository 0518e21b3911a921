/** One choice beside mixup without it: the conditions of the study, and what it is called. */
interface Choice {
  readonly name: string;
  readonly baseline: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
}

const choicesAt = (prefix: string, alpha: string): readonly Choice[] =>
  (
    [
      ['per-example', 'a weight for each example', 'weight for each'],
      ['same-batch', 'partners from the mini-batch', 'partner from batch'],
      ['mixup-smoothing', 'labels smoothed as well', 'labels smoothed'],
    ] as const
  ).map(([name, label, short]) => ({
    name: prefix + name,
    baseline: `${prefix}mixup`,
    label: `${label}, α\u00A0=\u00A0${alpha}`,
    short: `${short}, ${alpha}`,
  }));

/** What programs choose for their users, at two strengths of mixup. */
export const choices: readonly Choice[] = [...choicesAt('weak-', '0.2'), ...choicesAt('', '1')];
