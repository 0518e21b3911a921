import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { allRows, type Ensemble } from '../../../../src/core/training/ensemble.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy } from '../../../../src/core/training/policy.ts';
import type { PageEngine } from '../../../../src/engine/choice/page-engine.ts';
import { EngineLostError } from '../../../../src/engine/engine.ts';
import { Run, type RunState } from '../../../../src/engine/run/run.ts';
import type { RunOptions } from '../../../../src/engine/run/run-options.ts';
import type { Scheduler } from '../../../../src/engine/run/scheduler.ts';
import { fakeEngine, fakePageEngine } from './fake-engine.ts';
import { anElement, fakeScheduler } from './fake-page.ts';

const ensemble: Ensemble = {
  network: { sizes: [2, 4, 2], activation: 'tanh' },
  inputs: new Float32Array(8),
  members: [{ seed: 1, policy: ermPolicy, optimizer: adam(0.01), labels: Uint8Array.of(0, 1, 0, 1), rows: allRows(4) }],
  batch: 4,
};

let scheduler: Scheduler;
let written: MockInstance<typeof console.error>;
beforeEach(() => {
  scheduler = fakeScheduler();
  written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** @param onChange is told which run has changed */
function start(
  pageEngine: PageEngine,
  options: Partial<RunOptions<number>> = {},
  onChange: (run: Run<number>) => void = () => undefined,
): Run<number> {
  const run: Run<number> = new Run<number>({
    ensemble,
    steps: 20,
    recordEvery: 10,
    read: (_, { step }) => Promise.resolve(step),
    element: anElement(),
    scheduler,
    pageEngine,
    onChange: () => onChange(run),
    ...options,
  });
  run.play();
  return run;
}

const comesTo = (run: Run<number>, state: RunState): Promise<void> =>
  vi.waitFor(() => expect(run.state).toBe(state), { timeout: 5000, interval: 5 });

const bug = (): never => {
  const nothing = undefined as unknown as { length: number };
  return nothing.length as never;
};

describe('a run whose figure makes a mistake', () => {
  it('ends with its own sentence when its reading fails; the engine is not blamed and the error is written once', async () => {
    const engine = fakeEngine('webgpu');
    const pageEngine = fakePageEngine(engine, fakeEngine('cpu'));
    const run = start(pageEngine, {
      read: async (training, { step }) => {
        await training.evaluate(new Float32Array(2));
        return step < 10 ? step : bug();
      },
    });
    await comesTo(run, 'failed');
    expect(run.failure).toMatch(/^Something went wrong in this figure/);
    expect(run.record?.step).toBe(0);
    expect(pageEngine.blamed).toEqual([]);
    expect(engine.disposals.count).toBe(0);
    expect(written).toHaveBeenCalledOnce();
    expect((written.mock.calls[0]?.[0] as Error).stack).toContain('run.test.ts');
  });

  it('is not taken for the engine’s when it asks the engine for something impossible', async () => {
    const engine = fakeEngine('webgpu', {
      evaluate: () => Promise.reject(new RangeError('points: expected 2, got 3.')),
    });
    const pageEngine = fakePageEngine(engine, fakeEngine('cpu'));
    const run = start(pageEngine, { read: async (training) => (await training.evaluate(new Float32Array(3))).length });
    await comesTo(run, 'failed');
    expect(run.failure).toBe('points: expected 2, got 3.');
    expect(pageEngine.blamed).toEqual([]);
  });

  it('ends when it cannot be told of a change, and is told of the end', async () => {
    const pageEngine = fakePageEngine(fakeEngine('webgpu'), fakeEngine('cpu'));
    const told: RunState[] = [];
    const run = start(pageEngine, {}, ({ state, records }) => {
      told.push(state);
      if (records.length === 2 && state !== 'failed') bug();
    });
    await comesTo(run, 'failed');
    expect(told.at(-1)).toBe('failed');
    expect(run.failure).toMatch(/^Something went wrong in this figure/);
    expect(pageEngine.blamed).toEqual([]);
    expect(written).toHaveBeenCalledOnce();
  });

  it('leaves its neighbors alone, even when it throws at every change', async () => {
    const pageEngine = fakePageEngine(fakeEngine('cpu'));
    const broken = start(pageEngine, { onChange: bug });
    const neighbor = start(pageEngine);
    await comesTo(neighbor, 'done');
    expect(broken.state).toBe('failed');
    expect(neighbor.records.map(({ step }) => step)).toEqual([0, 10, 20]);
  });

  it('can be left behind by another run of the same figure', async () => {
    const pageEngine = fakePageEngine(fakeEngine('cpu'));
    const broken = start(pageEngine, { read: bug });
    await comesTo(broken, 'failed');
    broken.dispose();
    const next = start(pageEngine, { element: broken.element });
    await comesTo(next, 'done');
  });
});

describe('a run whose engine fails', () => {
  it('goes on with the next, and with the one after that', async () => {
    const fails = (): Promise<number> => Promise.reject(new Error('the driver gave up.'));
    const pageEngine = fakePageEngine(
      fakeEngine('webgpu', { train: fails }),
      fakeEngine('webgl', { train: () => Promise.reject(new EngineLostError('webgl', 'it left.')) }),
      fakeEngine('cpu'),
    );
    const run = start(pageEngine);
    await comesTo(run, 'done');
    expect(run.engine?.name).toBe('cpu');
    expect(pageEngine.blamed).toEqual([
      'The webgpu engine failed: the driver gave up.',
      'The webgl engine lost its device: it left.',
    ]);
    expect(run.records.map(({ step }) => step)).toEqual([0, 10, 20]);
    // A device that goes away is nobody's bug, an engine that throws is one.
    expect(written.mock.calls.map(([error]) => (error as Error).message)).toEqual(['the driver gave up.']);
  });

  it('goes on with the next when the engine fails in the middle of a reading', async () => {
    const pageEngine = fakePageEngine(
      fakeEngine('webgpu', { evaluate: () => Promise.reject(new Error('out of memory')) }),
      fakeEngine('cpu'),
    );
    const run = start(pageEngine, {
      read: async (training, { step }) => {
        await training.evaluate(new Float32Array(2));
        return step;
      },
    });
    await comesTo(run, 'done');
    expect(pageEngine.blamed).toEqual(['The webgpu engine failed: out of memory']);
    expect(run.sameBits).toBe(false);
  });

  it('ends with the same bits on every machine where no other engine than the CPU has trained', async () => {
    const run = start(fakePageEngine(fakeEngine('cpu')));
    await comesTo(run, 'done');
    expect(run.sameBits).toBe(true);
  });

  it('says so when no engine is left, and keeps what there is', async () => {
    const pageEngine = fakePageEngine(fakeEngine('cpu', { train: () => Promise.reject(new Error('it stopped.')) }));
    const run = start(pageEngine);
    await comesTo(run, 'failed');
    expect(run.failure).toBe('No engine runs in this browser.');
    expect(run.record?.step).toBe(0);
  });

  it('blames nobody when the page has gone over to another engine meanwhile', async () => {
    const [old, next] = [
      fakeEngine('webgpu', { train: () => Promise.reject(new Error('The webgpu engine was disposed of.')) }),
      fakeEngine('webgl'),
    ];
    const pageEngine = fakePageEngine(next);
    let asked = 0;
    const run = start({
      ...pageEngine,
      get: () => (asked++ === 0 ? Promise.resolve({ engine: old, notices: [] }) : pageEngine.get()),
    });
    await comesTo(run, 'done');
    expect(run.engine?.name).toBe('webgl');
    expect(pageEngine.blamed).toEqual([]);
    expect(written).not.toHaveBeenCalled();
  });
});

describe('the speed of a run', () => {
  it('is nothing while the clock has not moved, and never infinite', async () => {
    const run = start(fakePageEngine(fakeEngine('webgpu', { train: () => Promise.resolve(0) })));
    await comesTo(run, 'done');
    expect(run.modelStepsPerSecond).toBeUndefined();
  });

  it('is summed where the clock counts whole milliseconds', async () => {
    // Each step takes a quarter of a millisecond.
    let trained = 0;
    const train = (steps: number): Promise<number> => {
      const before = Math.floor(trained / 4);
      trained += steps;
      return Promise.resolve(Math.floor(trained / 4) - before);
    };
    const run = start(fakePageEngine(fakeEngine('webgpu', { train })), { steps: 200, recordEvery: 200 });
    await comesTo(run, 'done');
    expect(run.modelStepsPerSecond).toBeGreaterThan(3500);
    expect(run.modelStepsPerSecond).toBeLessThan(4500);
  });
});

describe('a run that goes straight to its end', () => {
  it('needs no frame, keeps the records that playing keeps, and is drawn seldom', async () => {
    const playing = start(fakePageEngine(fakeEngine('cpu')));
    await comesTo(playing, 'done');
    vi.stubGlobal('requestAnimationFrame', () => {
      throw new Error('A frame was asked for.');
    });
    let drawings = 0;
    const began = performance.now();
    const hidden = { wake: () => undefined, remove: () => undefined };
    const run = start(fakePageEngine(fakeEngine('cpu')), { scheduler: hidden, steps: 400 }, () => (drawings += 1));
    run.pause();
    run.finish();
    await comesTo(run, 'done');
    const steps = run.records.map(({ step }) => step);
    expect(steps).toEqual([...Array(41).keys()].map((n) => 10 * n));
    expect(steps.slice(0, 3)).toEqual(playing.records.map(({ step }) => step));
    expect(run.record?.step).toBe(400);
    // At most ten a second, beside those of its changes of state.
    expect(drawings).toBeLessThanOrEqual((10 * (performance.now() - began)) / 1000 + 6);
  });

  it('can be paused on the way and played on, and shows the end at once where it was before', async () => {
    const slow = fakeEngine('cpu', { train: () => new Promise((resolve) => setTimeout(() => resolve(1), 2)) });
    const run = start(fakePageEngine(slow), { steps: 4000 });
    run.finish();
    await vi.waitFor(() => expect(run.records.length).toBeGreaterThan(5));
    run.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reached = run.records.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(run.records.length).toBe(reached);
    expect(run.state).toBe('paused');
    run.finish();
    await comesTo(run, 'done');
    run.seek(0);
    run.finish();
    expect([run.state, run.record?.step]).toEqual(['done', 4000]);
  });

  it('ends like any other when its reading fails', async () => {
    const run = start(fakePageEngine(fakeEngine('cpu')), {
      read: (_, { step }) => (step < 10 ? Promise.resolve(step) : bug()),
    });
    run.finish();
    await comesTo(run, 'failed');
    expect(run.failure).toMatch(/^Something went wrong in this figure/);
    expect(run.record?.step).toBe(0);
  });
});
