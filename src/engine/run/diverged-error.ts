/** Training led to numbers that are none. */
export class DivergedError extends Error {
  /** @param step where it was seen */
  constructor(step: number) {
    super(
      `The loss stopped being a number by step ${step}: training diverged. The last good step is shown; reset, or choose milder settings.`,
    );
    this.name = 'DivergedError';
  }
}
