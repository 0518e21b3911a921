/** The calls of WebGL that matter for speed. */
interface CallCounts {
  draws: number;
  /** Uploads to textures. */
  uploads: number;
  /** Copies of results towards the CPU. */
  copies: number;
  /** Transfers of copied results to the CPU, and anything that waits for the GPU to finish. */
  transfers: number;
  /** Whether something was drawn after the first transfer. */
  drawsAfterTransfer: boolean;
}

const counted = {
  draws: ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'],
  uploads: ['texImage2D', 'texSubImage2D'],
  copies: ['readPixels'],
  transfers: ['getBufferSubData', 'finish'],
};

/** Counts the calls made by any WebGL 2 context while a task runs. */
export async function countCalls(task: () => Promise<unknown>): Promise<CallCounts> {
  const counts: CallCounts = { draws: 0, uploads: 0, copies: 0, transfers: 0, drawsAfterTransfer: false };
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...values: unknown[]) => unknown>;
  const restore: (() => void)[] = [];
  for (const kind of Object.keys(counted) as (keyof typeof counted)[]) {
    for (const name of counted[kind]) {
      const original = prototype[name] as (...values: unknown[]) => unknown;
      prototype[name] = function (this: unknown, ...values) {
        counts[kind] += 1;
        if (kind === 'draws' && counts.transfers > 0) counts.drawsAfterTransfer = true;
        return original.apply(this, values);
      };
      restore.push(() => (prototype[name] = original));
    }
  }
  try {
    await task();
  } finally {
    restore.forEach((back) => back());
  }
  return counts;
}
