import { describe, expect, test } from 'vitest';
import { nextStanding, unguessed } from '../../../../../src/islands/kit/guess/guess-standing.ts';

type Event = Parameters<typeof nextStanding>[1];

const after = (...events: Event[]) => events.reduce(nextStanding, unguessed);
const said = (value: string | number): Event => ({ is: 'said', said: value });

describe('a guess', () => {
  test('can be changed until the reader asks to see', () => {
    expect(after(said('more'), said('fewer'))).toEqual({ state: 'set', said: 'fewer' });
    expect(after(said('more'), { is: 'see' }, said('fewer'))).toEqual({ state: 'shown', said: 'more' });
  });

  test('is needed to see what came out, unless the reader wants to be shown', () => {
    expect(after({ is: 'see' })).toEqual({ state: 'asking' });
    expect(after({ is: 'just-show' })).toEqual({ state: 'shown' });
  });

  test('counts as none where the reader had one and wanted to be shown all the same', () => {
    expect(after(said(3), { is: 'just-show' })).toEqual({ state: 'shown' });
  });

  test('is kept where a run or an address solves the figure meanwhile', () => {
    expect(after({ is: 'solved' })).toEqual({ state: 'shown' });
    expect(after(said(0), { is: 'solved' })).toEqual({ state: 'shown', said: 0 });
  });

  test('is asked anew once it is forgotten, whatever came before', () => {
    expect(after(said(3), { is: 'see' }, { is: 'forgotten' })).toEqual({ state: 'asking' });
    expect(after({ is: 'just-show' }, { is: 'forgotten' })).toEqual({ state: 'asking' });
  });
});
