import { logOnce } from '../tell-error.ts';

/** Work that wants a part of every frame while its element is on screen. */
export interface FrameTask {
  /** The element that must be on screen. */
  readonly element: Element;
  /** Does up to `budgetMs` of work; resolves to false when there is no more to do for now. */
  frame(budgetMs: number): Promise<boolean>;
  /** Called with what `frame` threw; the loop has put the task to sleep by then. */
  fail(error: unknown): void;
}

/** Milliseconds of work in each frame, shared by all tasks: half a frame at 60 Hz, so that scrolling stays smooth. */
const frameBudgetMs = 8;

/** Others do not wait longer for a task: an engine may take half a minute to start, or never answer. */
const patienceMs = 1000;

/**
 * The page's one animation loop. It runs only while some task has work, the task's element is on screen and the tab is
 * visible, and does one frame's work at a time. A task that throws ends alone, and one that hangs holds up nobody else.
 */
export interface Scheduler {
  /** Wakes the loop for a task; a task already awake stays so. */
  wake(task: FrameTask): void;
  /** Forgets a task. */
  remove(task: FrameTask): void;
}

/** Creates the loop. One for each page. */
export function createScheduler(): Scheduler {
  const awake = new Set<FrameTask>();
  const known = new Set<FrameTask>();
  const onScreen = new Set<Element>();
  /** Tasks that have not come to the end of their frame. */
  const busy = new Set<FrameTask>();
  let looping = false;

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) onScreen.add(target);
      else onScreen.delete(target);
    }
    start();
  });

  const runnable = (): FrameTask[] => [...awake].filter((task) => onScreen.has(task.element) && !busy.has(task));

  const runFrame = async (task: FrameTask, budgetMs: number): Promise<void> => {
    busy.add(task);
    // Asleep unless it has more to do, or is woken meanwhile.
    awake.delete(task);
    try {
      if ((await task.frame(budgetMs)) && known.has(task)) awake.add(task);
    } catch (error) {
      logOnce(error);
      task.fail(error);
    } finally {
      busy.delete(task);
      // The loop may have ended without this one.
      start();
    }
  };

  const loop = async (): Promise<void> => {
    while (runnable().length > 0) {
      await nextFrame();
      const now = runnable();
      for (const task of now) {
        if (awake.has(task)) await upTo(patienceMs, runFrame(task, frameBudgetMs / now.length).catch(logOnce));
      }
    }
    looping = false;
  };

  const start = (): void => {
    if (looping || runnable().length === 0) return;
    looping = true;
    void loop();
  };

  return {
    wake(task) {
      awake.add(task);
      known.add(task);
      observer.observe(task.element);
      start();
    },
    remove(task) {
      awake.delete(task);
      known.delete(task);
      if ([...known].some(({ element }) => element === task.element)) return;
      observer.unobserve(task.element);
      onScreen.delete(task.element);
    },
  };
}

/** Waits for something, but no longer than some milliseconds. */
async function upTo(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

// Browsers stop animation frames in hidden tabs, and with them the loop.
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
