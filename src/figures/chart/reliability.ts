import type { Method } from './method-style.ts';

/** Answers of similar confidence: what share of all they are, how sure and how often right, in percent. */
export interface ConfidenceGroup {
  readonly share: number;
  readonly sure: number;
  readonly right: number;
}

/** How sure the networks of one method are, and how often right. */
export interface Reliability {
  readonly name: string;
  readonly method: Method;
  readonly dash?: boolean;
  readonly groups: readonly ConfidenceGroup[];
}
