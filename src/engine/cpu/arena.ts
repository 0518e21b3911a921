import { loadKernels, type KernelKind, type Kernels } from './kernels.ts';

/** The memory of loops, handed out in pieces. Views end with the next piece that is taken, because memory may move then. */
export interface Arena {
  readonly kernels: Kernels;
  readonly kind: KernelKind;
  /** A piece of memory full of zeros; its address is a multiple of 16. */
  take(bytes: number): number;
  /** Gives a piece back. */
  release(address: number): void;
  readonly floats: (address: number, count: number) => Float32Array<ArrayBuffer>;
  readonly words: (address: number, count: number) => Uint32Array<ArrayBuffer>;
  bytes(address: number, count: number): Uint8Array<ArrayBuffer>;
}

const pageBytes = 2 ** 16;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Loads loops, hands out their memory, and grows it when it is used up.
 *
 * @param wanted loops, if not the best there are
 */
export async function openArena(wanted?: KernelKind): Promise<Arena> {
  const { kind, kernels, memory } = await loadKernels(wanted);
  const taken = new Map<number, number>();
  // Address 0 says "none" to the loops.
  let free: Piece[] = [{ start: 16, end: memory.buffer.byteLength }];

  const cut = (bytes: number): number | undefined => {
    const k = free.findIndex(({ start, end }) => end - start >= bytes);
    if (k < 0) return undefined;
    const { start, end } = free[k] as Piece;
    free.splice(k, 1, ...(end - start > bytes ? [{ start: start + bytes, end }] : []));
    taken.set(start, start + bytes);
    return start;
  };
  const put = (piece: Piece): void => {
    free.push(piece);
    free.sort((a, b) => a.start - b.start);
    free = free.reduce<Piece[]>((merged, next) => {
      const last = merged[merged.length - 1];
      if (last === undefined || last.end !== next.start) return [...merged, next];
      return [...merged.slice(0, -1), { start: last.start, end: next.end }];
    }, []);
  };

  return {
    kernels,
    kind,
    take(size) {
      const bytes = Math.max(16, Math.ceil(size / 16) * 16);
      let address = cut(bytes);
      if (address === undefined) {
        const end = memory.buffer.byteLength;
        memory.grow(Math.ceil(bytes / pageBytes));
        put({ start: end, end: memory.buffer.byteLength });
        address = cut(bytes);
        if (address === undefined)
          throw new RangeError(`bytes: expected what the loops’ memory has room for, got ${bytes}.`);
      }
      new Uint8Array(memory.buffer, address, bytes).fill(0);
      return address;
    },
    release(address) {
      const end = taken.get(address);
      if (end === undefined) throw new RangeError(`address: expected one that was taken, got ${address}.`);
      taken.delete(address);
      put({ start: address, end });
    },
    floats: (address, count) => new Float32Array(memory.buffer, address, count),
    words: (address, count) => new Uint32Array(memory.buffer, address, count),
    bytes: (address, count) => new Uint8Array(memory.buffer, address, count),
  };
}
