/** Whether what was asked for is still what was asked for last. */
type IsLast = () => boolean;

/** The reader asks, something slow answers, and only what was asked for last counts. */
export class LastAsked {
  #number = 0;
  #answers: Promise<unknown> = Promise.resolve();

  /** Asks for something else: what was asked for before counts no more. */
  ask(): IsLast {
    this.#number += 1;
    return this.current();
  }

  /** What was asked for last, to find out later whether it still is. */
  current(): IsLast {
    const number = this.#number;
    return () => number === this.#number;
  }

  /**
   * Asks for something that is made one at a time: it is made after those before it, unless something else is asked for until
   * then. Resolves when it is made or has been passed over.
   *
   * @throws whatever `make` throws
   */
  answer(make: (isLast: IsLast) => Promise<void>): Promise<void> {
    const isLast = this.ask();
    const answer = this.#answers.then(() => (isLast() ? make(isLast) : undefined));
    this.#answers = answer.catch(() => undefined);
    return answer;
  }
}
