import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { cpuOnly } from '../../../../../src/engine/choice/cpu-only.ts';
import type { PageEngine } from '../../../../../src/engine/choice/page-engine.ts';
import { EngineLostError, type Engine } from '../../../../../src/engine/engine.ts';
import { Pause } from '../../../../../src/engine/run/pause.ts';
import { runOnPage, type StudyView } from '../../../../../src/islands/kit/study/run-on-page.ts';
import { fakeEngine, fakePageEngine } from '../../../engine/run/fake-engine.ts';
import { fakeStudy } from '../../../studies/fake-study.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const soon = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

type View = StudyView<string>;

/**
 * Runs a study of 1,500 steps over two seeds and keeps what there was to show.
 *
 * @param onView is told of each view as well
 */
async function run(
  pageEngine: PageEngine,
  first: Engine,
  {
    ending = new AbortController(),
    onView = () => undefined,
    startFirst = () => Promise.resolve({ engine: first, pageEngine: fakePageEngine(first) }),
  }: { ending?: AbortController; onView?: (view: View) => void; startFirst?: typeof cpuOnly } = {},
) {
  const views: View[] = [];
  let starts = 0;
  await runOnPage(fakeStudy(), [1, 2], {
    pageEngine,
    signal: ending.signal,
    pause: new Pause(),
    startFirst: () => {
      starts += 1;
      return startFirst();
    },
    onView: (view) => {
      views.push({ ...view, progress: view.progress && copyOf(view.progress) });
      onView(view);
    },
  });
  return { views, starts };
}

/** What a progress says now. */
const copyOf = ({ complete, underway, done, step, modelSteps }: NonNullable<View['progress']>) => ({
  complete,
  underway,
  done,
  step,
  modelSteps,
});

/** How often the network that was measured most was measured. */
const marksOf = ({ complete, underway }: NonNullable<View['progress']>): number =>
  Math.max(0, ...[...complete, ...underway].map(({ curve }) => curve.length));

/** An engine that trains a hundred steps in some milliseconds. */
const takingMs = (name: Engine['name'], milliseconds: number): Engine =>
  fakeEngine(name, { train: () => soon(milliseconds).then(() => milliseconds) });

describe('while the page’s engine gets ready', () => {
  /** A page whose graphics card compiles until it is let go. */
  function compiling(compiled = takingMs('webgpu', 5)) {
    let letGo = (): void => undefined;
    const ready = new Promise<void>((resolve) => (letGo = resolve));
    const pageEngine = fakePageEngine({
      ...compiled,
      programs: () => ({ asked: 5, ready: 3 }),
      prepare: (ensemble) => ready.then(() => compiled.prepare(ensemble)),
    });
    return { pageEngine, letGo };
  }

  it('the CPU trains the first seed, what is waited for is said, and the page’s engine begins at step 0', async () => {
    const gpu = takingMs('webgpu', 5);
    const asked: number[] = [];
    const { pageEngine, letGo } = compiling({
      ...gpu,
      prepare: async (ensemble) => {
        const training = await gpu.prepare(ensemble);
        asked.push(training.step);
        return training;
      },
    });
    const { views } = await run(pageEngine, takingMs('cpu', 10), {
      onView: ({ progress }) => (progress && marksOf(progress) >= 4 ? letGo() : undefined),
    });
    expect(asked).toEqual([0]);
    const before = views.filter(({ engine, progress }) => progress && engine?.name === 'cpu');
    expect(new Set(before.map(({ waitsFor }) => waitsFor))).toContain('Compiling for your graphics card, 3 of 5.');
    const seeds = before.flatMap(({ progress }) => progress?.underway.map(({ trial }) => trial.seed));
    expect(new Set(seeds)).toEqual(new Set([1]));
    // None of it counts as done.
    expect(before.filter(({ waitsFor }) => waitsFor).every(({ done }) => done === 0)).toBe(true);
    const last = views.at(-1);
    expect(last?.engine?.name).toBe('webgpu');
    expect(last?.waitsFor).toBeUndefined();
    expect(last?.progress?.complete.length).toBe(4);
    // No mark that was shown went away: the page's engine is shown when it has measured as much.
    const marks = views.map(({ progress }) => (progress ? marksOf(progress) : 0));
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    expect(marks.at(-1)).toBe(15);
  });

  it('the CPU is left alone where the page’s engine is ready at once, or is the CPU itself', async () => {
    // However busy the machine is, no time passes.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const { pageEngine, letGo } = compiling(fakeEngine('webgpu'));
    letGo();
    expect((await run(pageEngine, takingMs('cpu', 10))).starts).toBe(0);
    let calls = 0;
    const slow = fakeEngine('cpu', { train: () => soon(calls++ === 0 ? 300 : 1).then(() => 1) });
    const { starts, views } = await run(fakePageEngine(slow), takingMs('cpu', 10));
    expect(starts).toBe(0);
    expect(views.at(-1)?.progress?.complete.length).toBe(4);
  });

  it('the study goes on when the first steps fail, and when they never end', async () => {
    const broken = fakeEngine('cpu', { train: () => Promise.reject(new Error('no workers here')) });
    const stuck = fakeEngine('cpu', { train: () => new Promise(() => undefined) });
    for (const first of [broken, stuck]) {
      const { pageEngine, letGo } = compiling();
      setTimeout(letGo, 400);
      const { views } = await run(pageEngine, first);
      expect(views.at(-1)?.progress?.complete.length).toBe(4);
      expect(views.at(-1)?.notices).toEqual([]);
    }
  });

  it('nothing is written into the console where there are no workers for first steps, but a bug is', async () => {
    const write = vi.spyOn(console, 'error');
    const noWorkers = new EngineLostError('cpu', 'a worker did not start.', { cause: new ReferenceError('Worker') });
    const bug = new TypeError('x is not a function');
    for (const reason of [noWorkers, bug]) {
      const { pageEngine, letGo } = compiling();
      setTimeout(letGo, 250);
      const startFirst = (): Promise<never> => Promise.reject(reason);
      const { starts, views } = await run(pageEngine, takingMs('cpu', 1), { startFirst });
      expect(starts).toBe(1);
      expect(views.at(-1)?.notices).toEqual([]);
    }
    expect(write.mock.calls).toEqual([[bug]]);
  });
});

describe('a study on the page', () => {
  it('tells of an engine that was lost, and comes to its end on the next', async () => {
    let calls = 0;
    const lost = fakeEngine('webgpu', {
      train: () => (++calls === 4 ? Promise.reject(new EngineLostError('webgpu', 'it left.')) : Promise.resolve(1)),
    });
    const { views } = await run(fakePageEngine(lost, takingMs('cpu', 1)), takingMs('cpu', 10));
    expect(views.at(-1)?.notices).toEqual([
      'The webgpu engine lost its device: it left.',
      'Started again on the cpu engine.',
    ]);
    expect(views.at(-1)?.engine?.name).toBe('cpu');
    expect(views.at(-1)?.progress?.complete.length).toBe(4);
  });

  it('needs no frame, and draws seldom beside what it measures', async () => {
    const frame = vi.fn();
    vi.stubGlobal('requestAnimationFrame', frame);
    const began = performance.now();
    const { views } = await run(fakePageEngine(takingMs('webgpu', 1)), takingMs('cpu', 10));
    const seconds = (performance.now() - began) / 1000;
    expect(frame).not.toHaveBeenCalled();
    // At most ten a second, beside the first and the last.
    expect(views.length).toBeLessThanOrEqual(10 * seconds + 4);
    expect(views.at(-1)?.done).toBe(1);
    vi.unstubAllGlobals();
  });

  it('ends when it is stopped, also while the engine is being looked for', async () => {
    const never: PageEngine = { ...fakePageEngine(), get: () => new Promise(() => undefined) };
    for (const pageEngine of [never, fakePageEngine(takingMs('webgpu', 20))]) {
      const ending = new AbortController();
      const running = run(pageEngine, takingMs('cpu', 10), { ending });
      setTimeout(() => ending.abort(new Error('enough')), 60);
      await expect(running).rejects.toThrow('enough');
    }
  });

  it('ends when it cannot be drawn', async () => {
    const running = runOnPage(fakeStudy(), [1], {
      pageEngine: fakePageEngine(takingMs('webgpu', 20)),
      signal: new AbortController().signal,
      pause: new Pause(),
      onView: ({ progress }) => {
        if (progress && progress.step >= 300) throw new Error('cannot be drawn');
      },
    });
    await expect(running).rejects.toThrow('cannot be drawn');
  });
});
