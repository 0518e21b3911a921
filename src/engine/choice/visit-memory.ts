/** Reads and writes verdicts that should last for a visit; never throws. */
export interface VisitMemory {
  /** What was written under a key, null if nothing is known. */
  getItem(key: string): string | null;
  /** Writes if it can. */
  setItem(key: string, value: string): void;
}

/**
 * A memory over a storage that may be blocked, missing or full: then nothing is remembered.
 *
 * @param open hands out the storage, such as `sessionStorage`; it may throw, and so may what it hands out
 */
export function visitMemory(open: () => Pick<Storage, 'getItem' | 'setItem'> | null): VisitMemory {
  return {
    getItem(key) {
      try {
        return open()?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    setItem(key, value) {
      try {
        open()?.setItem(key, value);
      } catch {
        // Then the self-test is made again on the next page.
      }
    },
  };
}
