import type { Said } from './guess-store.ts';

/** How a guess stands: nothing was said yet, something was and can still be changed, or what came out is shown. */
interface GuessStanding {
  readonly state: 'asking' | 'set' | 'shown';
  /** Nothing where the reader looked without a guess. */
  readonly said?: Said;
}

/** What happens to a guess. */
type GuessEvent =
  | { readonly is: 'said'; readonly said: Said }
  /** The reader is done and wants to see. */
  | { readonly is: 'see' }
  /** The reader wants to see without a guess. */
  | { readonly is: 'just-show' }
  /** An address, words in the text or a run show the figure as it is. */
  | { readonly is: 'solved' }
  | { readonly is: 'forgotten' };

/** Nothing said, nothing shown. */
export const unguessed: GuessStanding = { state: 'asking' };

/** How a guess stands after what happened. What is shown stays shown, and what was said before that stays said. */
export function nextStanding(now: GuessStanding, event: GuessEvent): GuessStanding {
  if (event.is === 'forgotten') return unguessed;
  if (now.state === 'shown') return now;
  switch (event.is) {
    case 'said':
      return { state: 'set', said: event.said };
    case 'see':
      return now.state === 'set' ? { ...now, state: 'shown' } : now;
    case 'just-show':
      return { state: 'shown' };
    case 'solved':
      return { ...now, state: 'shown' };
  }
}
