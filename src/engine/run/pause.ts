/** A pause that several trainings keep together. */
export class Pause {
  #isOn = false;
  readonly #listeners = new Set<() => void>();

  get isOn(): boolean {
    return this.#isOn;
  }

  begin(): void {
    this.#set(true);
  }

  end(): void {
    this.#set(false);
  }

  /** Calls when it has begun or ended. Returns the way to stop. */
  listen(call: () => void): () => void {
    this.#listeners.add(call);
    return () => this.#listeners.delete(call);
  }

  #set(isOn: boolean): void {
    this.#isOn = isOn;
    for (const call of this.#listeners) call();
  }
}
