/**
 * Where the middle of what moves stands on the stage: over the middle of A's picture at first, over that of B's at last.
 *
 * @param share of B, from 0 to 1
 * @returns a sum of lengths for a style sheet's `calc(…)`, from the stage's left edge. What is moved has it in its own style: a
 *   variable set higher up would have every part below styled anew, in every frame.
 */
export const placeOf = (share: number): string =>
  `${+share.toFixed(5)} * var(--wide) + ${+(0.5 - share).toFixed(5)} * var(--end)`;

/** The place as a `translate`. @param share of B, from 0 to 1 */
export const toPlace = (share: number): string => `calc(${placeOf(share)}) 0`;
