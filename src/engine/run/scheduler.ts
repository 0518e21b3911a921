/** Work that wants a part of every frame while its element is on screen. */
export interface FrameTask {
  /** The element that must be on screen. */
  readonly element: Element;
  /** Does up to `budgetMs` of work; resolves to false when there is no more to do for now. */
  frame(budgetMs: number): Promise<boolean>;
}

/** Milliseconds of work in each frame, shared by all tasks: half a frame at 60 Hz, so that scrolling stays smooth. */
const frameBudgetMs = 8;

/**
 * The page's one animation loop. It runs only while some task has work, the task's element is on screen and the tab is
 * visible, and does one frame's work at a time.
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
  let looping = false;

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) onScreen.add(target);
      else onScreen.delete(target);
    }
    start();
  });

  const runnable = (): FrameTask[] => [...awake].filter((task) => onScreen.has(task.element));

  const loop = async (): Promise<void> => {
    while (runnable().length > 0) {
      await nextFrame();
      const now = runnable();
      for (const task of now) {
        const more = await task.frame(frameBudgetMs / now.length);
        if (!more) awake.delete(task);
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

// Browsers stop animation frames in hidden tabs, and with them the loop.
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
