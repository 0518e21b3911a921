import { loadKernels, type KernelKind, type KernelMemory, type Kernels } from './kernels.ts';

/** The memory of loops, handed out in pieces. Views end with the next piece that is taken, because memory may move then. */
export interface Arena {
  readonly kernels: Kernels;
  readonly kind: KernelKind;
  /** All of it, for loops that are loaded later. */
  readonly memory: KernelMemory;
  /** A piece of memory full of zeros; its address is a multiple of 16. */
  take(bytes: number): number;
  /** Gives a piece back that was taken. */
  release(address: number): void;
  readonly floats: (address: number, count: number) => Float32Array<ArrayBuffer>;
  readonly words: (address: number, count: number) => Uint32Array<ArrayBuffer>;
  bytes(address: number, count: number): Uint8Array<ArrayBuffer>;
}

const pageBytes = 2 ** 16;

/** A stretch of memory, free or taken. */
interface Piece {
  readonly start: number;
  bytes: number;
  isFree: boolean;
}

/**
 * Loads loops, hands out their memory, and grows it when it is used up.
 *
 * @param wanted loops, if not the best there are
 */
export async function openArena(wanted?: KernelKind): Promise<Arena> {
  const { kind, kernels, memory } = await loadKernels(wanted);
  // Address 0 says "none" to the loops.
  const first: Piece = { start: 16, bytes: memory.buffer.byteLength - 16, isFree: true };
  /** One after another, without a gap. */
  const pieces = [first];

  return {
    kernels,
    kind,
    memory,
    take(size) {
      const bytes = Math.max(16, Math.ceil(size / 16) * 16);
      let k = pieces.findIndex((piece) => piece.isFree && piece.bytes >= bytes);
      if (k < 0) {
        const start = memory.buffer.byteLength;
        memory.grow(Math.ceil(bytes / pageBytes));
        k = pieces.push({ start, bytes: memory.buffer.byteLength - start, isFree: true }) - 1;
      }
      const piece = pieces[k] as Piece;
      const rest = piece.bytes - bytes;
      if (rest > 0) pieces.splice(k + 1, 0, { start: piece.start + bytes, bytes: rest, isFree: true });
      piece.bytes = bytes;
      piece.isFree = false;
      new Uint8Array(memory.buffer, piece.start, bytes).fill(0);
      return piece.start;
    },
    release(address) {
      (pieces.find(({ start }) => start === address) as Piece).isFree = true;
      for (let k = pieces.length - 1; k > 0; k -= 1) {
        const [left, right] = [pieces[k - 1] as Piece, pieces[k] as Piece];
        if (!left.isFree || !right.isFree) continue;
        left.bytes += right.bytes;
        pieces.splice(k, 1);
      }
    },
    floats: (address, count) => new Float32Array(memory.buffer, address, count),
    words: (address, count) => new Uint32Array(memory.buffer, address, count),
    bytes: (address, count) => new Uint8Array(memory.buffer, address, count),
  };
}
