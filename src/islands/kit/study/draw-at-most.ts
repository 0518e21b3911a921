/** Readers cannot follow more pictures in a second than that. */
const drawingsPerSecond = 10;

/** Draws what has come in, but not each time that something has. */
interface Drawing {
  /** Something has changed: it is drawn now, or as soon as it may be. */
  ask(): void;
  /** Draws now. */
  now(): void;
  /** Draws no more. */
  end(): void;
}

/**
 * @param draw is called at most ten times a second
 * @param fail is told what `draw` threw when nobody was waiting for it
 */
export function drawAtMost(draw: () => void, fail: (error: unknown) => void): Drawing {
  const between = 1000 / drawingsPerSecond;
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    last = performance.now();
    draw();
  };
  const late = (): void => {
    try {
      now();
    } catch (error) {
      fail(error);
    }
  };
  return {
    ask() {
      const wait = last + between - performance.now();
      if (wait <= 0) now();
      else waiting ??= setTimeout(late, wait);
    },
    now,
    end: () => clearTimeout(waiting),
  };
}
