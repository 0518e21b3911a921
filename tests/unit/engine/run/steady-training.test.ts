import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { allRows, type Ensemble } from '../../../../src/core/training/ensemble.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy } from '../../../../src/core/training/policy.ts';
import type { EngineNews, PageEngine } from '../../../../src/engine/choice/page-engine.ts';
import { EngineLostError, type Engine, type TrainOptions } from '../../../../src/engine/engine.ts';
import { Pause } from '../../../../src/engine/run/pause.ts';
import { steadyEngine } from '../../../../src/engine/run/steady-engine.ts';
import { SteadyTraining } from '../../../../src/engine/run/steady-training.ts';
import { fakeEngine, fakePageEngine } from './fake-engine.ts';

const ensemble: Ensemble = {
  network: { sizes: [2, 4, 2], activation: 'tanh' },
  inputs: new Float32Array(8),
  members: [{ seed: 1, policy: ermPolicy, optimizer: adam(0.01), labels: Uint8Array.of(0, 1, 0, 1), rows: allRows(4) }],
  batch: 4,
};
const points = new Float32Array(2);

let written: MockInstance<typeof console.error>;
beforeEach(() => {
  written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Prepares the ensemble, and keeps what is said of the engines. */
async function prepare(pageEngine: PageEngine, pause = new Pause()) {
  const news: EngineNews[] = [];
  const training = await SteadyTraining.prepare(ensemble, { pageEngine, pause, onEngine: (one) => news.push(one) });
  return { training, news, pause };
}

/** An engine whose training takes a turn for each step, and stops between two steps when it is told to. */
function steppingEngine(name: Engine['name']): Engine & { trained: number; held: number } {
  const inner = fakeEngine(name);
  const engine = {
    ...inner,
    trained: 0,
    held: 0,
    prepare: async (asked: Ensemble) => {
      const training = await inner.prepare(asked);
      engine.held += 1;
      return {
        ...training,
        get step() {
          return training.step;
        },
        async train(steps: number, { signal, onProgress }: TrainOptions = {}) {
          for (let n = 0; n < steps; n += 1) {
            signal?.throwIfAborted();
            await training.train(1);
            engine.trained += 1;
            onProgress?.(training.step);
            await new Promise((resolve) => setTimeout(resolve));
          }
          return { steps, milliseconds: steps };
        },
        dispose: () => (engine.held -= 1),
      };
    },
  };
  return engine;
}

describe('training whose engine fails', () => {
  it('goes on with the next from what was last read, and comes to the step that was asked for', async () => {
    let calls = 0;
    const first = fakeEngine('webgpu', {
      train: () => (++calls === 3 ? Promise.reject(new EngineLostError('webgpu', 'it left.')) : Promise.resolve(1)),
    });
    const trained: number[] = [];
    const second = fakeEngine('cpu', { train: (steps) => Promise.resolve(trained.push(steps)) });
    const pageEngine = fakePageEngine(first, second);
    const { training, news } = await prepare(pageEngine);
    await training.train(100);
    await training.snapshot();
    await training.train(100);
    await training.train(100);
    expect(training.step).toBe(300);
    // From the snapshot of step 100 to where it was, and then what was asked for.
    expect(trained).toEqual([100, 100]);
    expect(news.map(({ engine }) => engine.name)).toEqual(['webgpu', 'cpu']);
    expect(news.at(-1)?.notices).toEqual([
      'The webgpu engine lost its device: it left.',
      'Went on from step 100 on the cpu engine.',
    ]);
    expect(written).not.toHaveBeenCalled();
  });

  it('goes on from time to time from a reading of its own', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    let isLost = false;
    const first = fakeEngine('webgl', {
      train: () => (isLost ? Promise.reject(new EngineLostError('webgl', 'it left.')) : Promise.resolve((now += 3000))),
    });
    const { training, news } = await prepare(fakePageEngine(first, fakeEngine('cpu')));
    for (let n = 0; n < 3; n += 1) await training.train(100);
    isLost = true;
    await training.train(100);
    expect(news.at(-1)?.notices.at(-1)).toBe('Went on from step 200 on the cpu engine.');
  });

  it('is asked again for what it owed, on the next and on the one after that', async () => {
    const broken = (name: Engine['name']): Engine =>
      fakeEngine(name, { evaluate: () => Promise.reject(new Error('out of memory.')) });
    const pageEngine = fakePageEngine(broken('webgpu'), broken('webgl'), fakeEngine('cpu'));
    const { training, news } = await prepare(pageEngine);
    await training.train(10);
    expect(await training.evaluate(points)).toHaveLength(4);
    expect(training.step).toBe(10);
    expect(news.at(-1)?.engine.name).toBe('cpu');
    expect(pageEngine.blamed).toEqual([
      'The webgpu engine failed: out of memory.',
      'The webgl engine failed: out of memory.',
    ]);
  });

  it('ends with a sentence where no engine is left', async () => {
    const { training } = await prepare(
      fakePageEngine(fakeEngine('cpu', { train: () => Promise.reject(new Error('it stopped.')) })),
    );
    await expect(training.train(1)).rejects.toThrow('No engine runs in this browser.');
  });

  it('begins on the next engine where the first cannot hold it', async () => {
    const small = { ...fakeEngine('webgpu'), prepare: () => Promise.reject(new RangeError('too large')) };
    const { news } = await prepare(fakePageEngine(small, fakeEngine('cpu')));
    expect(news.at(-1)?.notices).toEqual(['The webgpu engine failed: too large', 'Started again on the cpu engine.']);
  });
});

describe('what is not the engine’s fault', () => {
  it('is passed on: arguments that are wrong', async () => {
    const pageEngine = fakePageEngine(
      fakeEngine('webgpu', { evaluate: () => Promise.reject(new RangeError('points: expected 2, got 3.')) }),
    );
    const { training } = await prepare(pageEngine);
    await expect(training.evaluate(new Float32Array(3))).rejects.toThrow('points: expected 2, got 3.');
    expect(pageEngine.blamed).toEqual([]);
  });

  it('is passed on: the reason why training was aborted; it can be used after that', async () => {
    const pageEngine = fakePageEngine(steppingEngine('webgpu'));
    const { training } = await prepare(pageEngine);
    const ending = new AbortController();
    const aborted = training.train(1000, {
      signal: ending.signal,
      onProgress: (step) => step === 3 && ending.abort(new Error('enough')),
    });
    await expect(aborted).rejects.toThrow('enough');
    expect(training.step).toBe(3);
    await training.train(2);
    expect(training.step).toBe(5);
    expect(pageEngine.blamed).toEqual([]);
  });
});

describe('a pause', () => {
  it('stops several trainings between two steps, and lets each go on from there', async () => {
    const engine = steppingEngine('webgpu');
    const pause = new Pause();
    const steady = steadyEngine(engine, { pageEngine: fakePageEngine(engine), pause, onEngine: () => undefined });
    const trainings = await Promise.all([steady.prepare(ensemble), steady.prepare(ensemble)]);
    const [first, second] = trainings;
    const ends = [first.train(10, { onProgress: (step) => step === 4 && pause.begin() }), second.train(10)];
    await vi.waitFor(() => expect(pause.isOn).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const reached = engine.trained;
    expect(reached).toBeLessThanOrEqual(8);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(engine.trained).toBe(reached);
    pause.end();
    await Promise.all(ends);
    expect(trainings.map(({ step }) => step)).toEqual([10, 10]);
    // Nothing was trained twice.
    expect(engine.trained).toBe(20);
  });

  it('can be ended for good', async () => {
    const engine = steppingEngine('webgpu');
    const { training, pause } = await prepare(fakePageEngine(engine));
    pause.begin();
    const ending = new AbortController();
    const waiting = training.train(10, { signal: ending.signal });
    ending.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    const owed = training.evaluate(points);
    training.dispose();
    await expect(owed).rejects.toThrow('disposed');
    expect(engine.held).toBe(0);
  });
});

describe('another engine that the reader chose', () => {
  /** A page whose reader can choose the second engine. */
  function choosable(first: Engine, second: Engine) {
    const listeners = new Set<(news: EngineNews) => Promise<void>>();
    const pageEngine: PageEngine = {
      ...fakePageEngine(first),
      listen: (move) => {
        listeners.add(move);
        return () => listeners.delete(move);
      },
    };
    const choose = () => Promise.all([...listeners].map((move) => move({ engine: second, notices: ['as chosen'] })));
    return { pageEngine, choose };
  }

  it('takes over in the middle of a training, from the very step, and the one before it is left by then', async () => {
    const [first, second] = [steppingEngine('webgpu'), steppingEngine('cpu')];
    const { pageEngine, choose } = choosable(first, second);
    const { training, news } = await prepare(pageEngine);
    let chosen: Promise<unknown> | undefined;
    await training.train(10, {
      onProgress: (step) => {
        if (step === 4) chosen = choose();
      },
    });
    await chosen;
    expect([first.trained, second.trained]).toEqual([4, 6]);
    expect([first.held, second.held]).toEqual([0, 1]);
    expect(news.at(-1)?.notices).toEqual(['as chosen']);
  });

  it('takes over while nothing is under way, and during a pause', async () => {
    const [first, second] = [steppingEngine('webgpu'), steppingEngine('cpu')];
    const { pageEngine, choose } = choosable(first, second);
    const { training, pause } = await prepare(pageEngine);
    await training.train(4);
    pause.begin();
    const rest = training.train(6);
    await choose();
    expect([first.held, second.held]).toEqual([0, 1]);
    pause.end();
    await rest;
    expect([first.trained, second.trained]).toEqual([4, 6]);
  });
});

it('frees what comes after it was disposed of', async () => {
  const engine = steppingEngine('webgpu');
  const { training } = await prepare(fakePageEngine(engine));
  training.dispose();
  expect(engine.held).toBe(0);
  await expect(training.train(1)).rejects.toThrow('disposed');
});
