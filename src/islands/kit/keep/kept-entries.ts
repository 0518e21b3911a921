/** What every key of the site begins with: other sites may share its host, and with it the reader's storage. */
export const keyPrefix = 'mixup.';

/** Entries of one kind, each by its name, that are kept on the reader's device and nowhere else. */
export class KeptEntries<Entry> {
  readonly #key: string;
  readonly #isEntry: (value: unknown) => value is Entry;
  /** Where storage is blocked, entries last as long as the page. */
  #unstored: Readonly<Record<string, Entry>> | undefined;

  /**
   * @param kind what is kept, in one word
   * @param isEntry whatever else stands in the storage is left out
   */
  constructor(kind: string, isEntry: (value: unknown) => value is Entry) {
    this.#key = `${keyPrefix}${kind}`;
    this.#isEntry = isEntry;
  }

  /** Everything that is kept. */
  all(): Readonly<Record<string, Entry>> {
    if (this.#unstored) return this.#unstored;
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '{}');
      if (typeof found !== 'object' || found === null) return {};
      return Object.fromEntries(
        Object.entries(found).filter((entry): entry is [string, Entry] => this.#isEntry(entry[1])),
      );
    } catch {
      return {};
    }
  }

  /** Keeps an entry in the place of what was kept under its name. */
  put(name: string, entry: Entry): void {
    this.#write({ ...this.all(), [name]: entry });
  }

  clear(): void {
    this.#write({});
  }

  #write(entries: Readonly<Record<string, Entry>>): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(entries));
      this.#unstored = undefined;
    } catch {
      this.#unstored = entries;
    }
  }
}
