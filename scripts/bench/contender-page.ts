import type { Browser, BrowserContext, Page } from 'playwright';
import type { ContenderName } from './contenders.ts';
import type { FirstStep, Problem } from './page/bench-page.ts';

/** No call of a bench should take longer; one that does is taken for hung. */
const timeLimit = 180_000;

/** A browser page with one contender, in a context and so a process of its own. See `BenchPage` for what the calls do. */
export class ContenderPage {
  readonly name: ContenderName;
  readonly #context: BrowserContext;
  readonly #page: Page;
  /** How long the page's thread has worked since the page was opened, in milliseconds. */
  readonly threadMilliseconds: () => Promise<number>;

  private constructor(name: ContenderName, context: BrowserContext, page: Page, clock: () => Promise<number>) {
    this.name = name;
    this.#context = context;
    this.#page = page;
    this.threadMilliseconds = clock;
  }

  /** Opens the page, whose contender is not loaded yet. */
  static async open(browser: Browser, name: ContenderName, url: string): Promise<ContenderPage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in window);
    return new ContenderPage(name, context, page, await threadClock(page));
  }

  openContender(problem: Problem): Promise<FirstStep> {
    return limited(
      this.#page.evaluate(([name, given]) => window.bench.open(name, given), [this.name, problem] as const),
    );
  }

  /** Prepares a problem, with the page in front, so that no browser saves energy on it. */
  async prepare(problem: Problem): Promise<void> {
    await this.#page.bringToFront();
    await limited(this.#page.evaluate((given) => window.bench.prepare(given), problem));
  }

  train(steps: number): Promise<number> {
    return limited(this.#page.evaluate((count) => window.bench.train(count), steps));
  }

  countDispatches(steps: number): Promise<number> {
    return limited(this.#page.evaluate((count) => window.bench.countDispatches(count), steps));
  }

  evaluateGrid(side: number): Promise<number> {
    return limited(this.#page.evaluate((points) => window.bench.evaluateGrid(points), side));
  }

  disposeTraining(): Promise<void> {
    return limited(this.#page.evaluate(() => window.bench.dispose()));
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/**
 * A clock of what a page's thread has worked since the page was opened, in milliseconds of the processor: other programs that
 * have their turn in between do not count, nor do workers.
 */
export async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const duration = metrics.find(({ name }) => name === 'TaskDuration');
    if (!duration) throw new Error('This browser does not say how long pages work.');
    return 1000 * duration.value;
  };
}

/** Rejects when a call takes too long. */
async function limited<Result>(call: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from the page within ${timeLimit / 1000} s.`)), timeLimit);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
