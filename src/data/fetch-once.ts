/** A download made once for all figures of a page; after one that failed, the next to ask tries again. */
export function fetchOnce<T>(download: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return () => {
    fetched ??= download().catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };
}
