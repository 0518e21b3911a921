/** Pieces of work that share a room. */
interface SharedRoom<Piece> {
  /** How much room there is; it may change with time. */
  readonly room: () => number;
  /** How much of it a piece takes. */
  readonly size: (piece: Piece) => number;
  readonly work: (piece: Piece) => Promise<void>;
  /** Called when one piece has failed, so that the others end. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Does pieces of work side by side: in order, each as soon as there is room for it, or nothing else under way. A piece is taken
 * from the list only then.
 *
 * @throws what the first piece that failed has thrown, once all that were under way have ended; no other is begun
 */
export async function sideBySide<Piece>(
  pieces: Iterable<Piece>,
  { room, size, work, onFailure }: SharedRoom<Piece>,
): Promise<void> {
  const underWay = new Map<Promise<void>, number>();
  const failures: unknown[] = [];
  const taken = (): number => [...underWay.values()].reduce((sum, one) => sum + one, 0);
  for (const piece of pieces) {
    while (underWay.size > 0 && failures.length === 0 && taken() + size(piece) > room())
      await Promise.race(underWay.keys());
    if (failures.length > 0) break;
    const end = work(piece)
      .catch((error: unknown) => {
        failures.push(error);
        onFailure(error);
      })
      .finally(() => underWay.delete(end));
    underWay.set(end, size(piece));
  }
  await Promise.all(underWay.keys());
  if (failures.length > 0) throw failures[0];
}
