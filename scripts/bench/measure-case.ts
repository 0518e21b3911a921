import { gridSide, type BenchSettings, type NetworkName } from './bench-settings.ts';
import type { ContenderPage } from './contender-page.ts';
import { median } from '../../src/core/statistics/median.ts';
import type { Problem } from './page/bench-page.ts';
import type { TrainingResult } from './report.ts';

/** Evaluations that take longer than this, in milliseconds, are timed once. */
const slowEvaluation = 2000;

/** Two timings whose speeds differ by less agree. */
const settledWithin = 0.15;

/** Warm-ups end after this many times the aim of one timing. */
const longestWarmUp = 3;

/** Where a case went wrong for one contender. */
type OnFailure = (page: ContenderPage, error: unknown) => Promise<void>;

/**
 * Measures one network with some members on several contenders. All are prepared and warmed first, and then take turns,
 * so that whatever else the machine does meanwhile meets all of them.
 */
export async function measureCase(
  network: NetworkName,
  problem: Problem,
  pages: readonly ContenderPage[],
  settings: BenchSettings,
  onFailure: OnFailure,
): Promise<TrainingResult[]> {
  const runs = pages.map((page) => ({ page, steps: 0, milliseconds: [] as number[], thread: [] as number[] }));
  const failed = new Set<ContenderPage>();
  const forEach = async (task: (run: (typeof runs)[number]) => Promise<void>): Promise<void> => {
    for (const run of runs) {
      if (failed.has(run.page)) continue;
      try {
        await task(run);
      } catch (error) {
        failed.add(run.page);
        await onFailure(run.page, error);
      }
    }
  };

  await forEach(async (run) => {
    await run.page.prepare(problem);
    run.steps = await warmUp(run.page, 1000 * settings.seconds);
  });
  for (let repeat = 0; repeat < settings.repeats; repeat += 1) {
    await forEach(async (run) => {
      const before = await run.page.threadMilliseconds();
      run.milliseconds.push(await run.page.train(run.steps));
      run.thread.push((await run.page.threadMilliseconds()) - before);
    });
  }
  const results: TrainingResult[] = [];
  await forEach(async ({ page, steps, milliseconds, thread }) => {
    const counted = Math.ceil(steps / 4);
    const dispatches = await page.countDispatches(counted);
    const grid = problem.sizes[0] === 2 ? { gridMilliseconds: await timeGrid(page, settings.repeats) } : {};
    await page.disposeTraining();
    const timings = milliseconds.map((time) => (1000 * steps * problem.members) / time);
    results.push({
      network,
      contender: page.name,
      members: problem.members,
      modelStepsPerSecond: median(timings),
      timings,
      steps,
      dispatchesPerStep: dispatches / counted,
      threadMicroseconds: (1000 * median(thread)) / (steps * problem.members),
      ...grid,
    });
  });
  return results;
}

/**
 * Trains until programs are compiled, scripts optimized and pacers settled: until two timings in a row agree on speed, or
 * enough time went by. Returns the steps that take about `target` milliseconds.
 */
async function warmUp(page: ContenderPage, target: number): Promise<number> {
  await page.train(1);
  let steps = 1;
  let spent = 0;
  let perStepBefore = Infinity;
  for (;;) {
    const milliseconds = Math.max(await page.train(steps), 0.1);
    const perStep = milliseconds / steps;
    const wanted = Math.max(1, Math.round(target / perStep));
    spent += milliseconds;
    const settled = Math.abs(perStep / perStepBefore - 1) < settledWithin;
    if (milliseconds > target / 2 && (settled || spent > longestWarmUp * target)) return wanted;
    perStepBefore = perStep;
    steps = Math.min(wanted, 8 * steps);
  }
}

async function timeGrid(page: ContenderPage, repeats: number): Promise<number> {
  const first = await page.evaluateGrid(gridSide);
  if (first > slowEvaluation) return first;
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) times.push(await page.evaluateGrid(gridSide));
  return median(times);
}
