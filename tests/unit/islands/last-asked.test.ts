import { describe, expect, it } from 'vitest';
import { LastAsked } from '../../../src/islands/kit/demo/last-asked.ts';

/** Something slow that ends when it is told to. */
function slow(): { readonly work: Promise<void>; readonly end: (error?: Error) => void } {
  let settle: (error?: Error) => void = () => undefined;
  const work = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  return { work, end: (error) => settle(error) };
}

describe('what was asked for last', () => {
  it('counts until something else is asked for', () => {
    const asked = new LastAsked();
    const first = asked.ask();
    const same = asked.current();
    expect([first(), same()]).toEqual([true, true]);
    const second = asked.ask();
    expect([first(), same(), second()]).toEqual([false, false, true]);
  });

  it('is made after what is being made, and what was asked for in between is passed over', async () => {
    const asked = new LastAsked();
    const { work, end } = slow();
    const made: string[] = [];
    const all = [
      asked.answer(async () => {
        await work;
        made.push('first');
      }),
    ];
    await Promise.resolve();
    for (const name of ['second', 'third', 'last'])
      all.push(
        asked.answer(() => {
          made.push(name);
          return Promise.resolve();
        }),
      );
    end();
    await Promise.all(all);
    expect(made).toEqual(['first', 'last']);
  });

  it('tells the one being made that it is no longer the last', async () => {
    const asked = new LastAsked();
    const { work, end } = slow();
    const seen: boolean[] = [];
    const first = asked.answer(async (isLast) => {
      seen.push(isLast());
      await work;
      seen.push(isLast());
    });
    await Promise.resolve();
    const last = asked.answer((isLast) => {
      seen.push(isLast());
      return Promise.resolve();
    });
    end();
    await Promise.all([first, last]);
    expect(seen).toEqual([true, false, true]);
  });

  it('is made even though what was made before it failed', async () => {
    const asked = new LastAsked();
    const { work, end } = slow();
    const first = asked.answer(() => work);
    await Promise.resolve();
    let made = false;
    const last = asked.answer(() => {
      made = true;
      return Promise.resolve();
    });
    end(new Error('it broke'));
    await expect(first).rejects.toThrow('it broke');
    await last;
    expect(made).toBe(true);
  });
});
