import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ensemble } from '../../../../src/core/training/ensemble.ts';
import { chooseEngine } from '../../../../src/engine/choice/choose-engine.ts';
import { loadEngine } from '../../../../src/engine/choice/load-engine.ts';
import { createPageEngine } from '../../../../src/engine/choice/page-engine.ts';
import { visitMemory } from '../../../../src/engine/choice/visit-memory.ts';
import { openArena } from '../../../../src/engine/cpu/arena.ts';
import { createCpuTrainer } from '../../../../src/engine/cpu/cpu-trainer.ts';
import { EngineLostError, type Engine, type EngineName, type TrainingEnsemble } from '../../../../src/engine/engine.ts';

vi.mock('../../../../src/engine/choice/load-engine.ts');

/** What is remembered of failed starts, how a lost engine is replaced, and what asking again does. */

const storage = new Map<string, string>();
const memory = visitMemory(() => ({
  getItem: (key) => storage.get(key) ?? null,
  setItem: (key, value) => void storage.set(key, value),
}));

const arena = await openArena();

/** An engine that computes on the spot: right, or wrong by a thousandth. */
function createEngine(name: EngineName, isRight: boolean, restarts: boolean): Engine {
  return {
    name,
    device: name,
    software: false,
    restarts,
    prepare: (ensemble: Ensemble) => {
      const trainer = createCpuTrainer(arena, ensemble);
      const training = {
        train: (steps: number) => {
          trainer.train(steps);
          return Promise.resolve();
        },
        snapshot: () => {
          const snapshot = trainer.snapshot();
          if (!isRight) snapshot.parameters[0] = (snapshot.parameters[0] as number) + 1e-3;
          return Promise.resolve(snapshot);
        },
        dispose: () => undefined,
      };
      return Promise.resolve(training as unknown as TrainingEnsemble);
    },
    dispose: () => undefined,
  } as unknown as Engine;
}

const started: string[] = [];

/** Which engines start, from now on. */
function starts(how: Partial<Record<EngineName, 'right' | 'wrong' | 'no code'>>): void {
  vi.mocked(loadEngine).mockImplementation((name, cpuThreads) => {
    started.push(name === 'cpu' ? `cpu, ${cpuThreads}` : name);
    const what = how[name] ?? 'no code';
    if (what === 'no code') return Promise.reject(new Error('its code could not be loaded. Try again.'));
    return Promise.resolve(createEngine(name, what === 'right', name === 'cpu' && cpuThreads !== 'page'));
  });
}

beforeEach(() => {
  storage.clear();
  started.length = 0;
  // Hardware WebGPU, no WebGL.
  const adapter = { info: { vendor: 'acme', architecture: '', device: '', description: '', isFallbackAdapter: false } };
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(adapter) } });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
});
afterEach(() => vi.unstubAllGlobals());

describe('an engine that did not start', () => {
  it('is tried again the next time if its code did not come', async () => {
    starts({ cpu: 'right' });
    expect((await chooseEngine({ memory })).notices).toEqual([
      'The WebGPU engine cannot be used here: its code could not be loaded. Try again.',
    ]);
    expect([...storage.keys()]).toEqual(['mixup.self-test-passed.cpu']);
    starts({ webgpu: 'right', cpu: 'right' });
    const { engine, notices } = await chooseEngine({ memory });
    expect(engine.name).toBe('webgpu');
    expect(notices).toEqual([]);
  });

  it('is passed over for the rest of the visit if it failed its self-test, with the reason', async () => {
    starts({ webgpu: 'wrong', cpu: 'right' });
    const first = await chooseEngine({ memory });
    expect(first.notices).toEqual([
      expect.stringMatching(/^The WebGPU engine cannot be used here: its self-test was off by 0.001/),
    ]);
    started.length = 0;
    const second = await chooseEngine({ memory });
    expect(second.notices).toEqual(first.notices);
    expect(started).toEqual(['cpu, either']);
  });

  it('is tried all the same if it is the CPU’s, whatever happened before', async () => {
    for (const how of ['wrong', 'no code'] as const) {
      starts({ cpu: how });
      await expect(chooseEngine({ memory })).rejects.toThrow(/No engine runs in this browser/);
    }
    starts({ cpu: 'right' });
    expect((await chooseEngine({ memory })).engine.name).toBe('cpu');
  });
});

describe('an engine that started', () => {
  it('is not tested again in the same visit, unless its device is another', async () => {
    starts({ webgpu: 'right' });
    await chooseEngine({ memory });
    // It would fail if it were tested.
    starts({ webgpu: 'wrong', cpu: 'right' });
    expect((await chooseEngine({ memory })).engine.name).toBe('webgpu');
    vi.mocked(loadEngine).mockImplementation((name) =>
      Promise.resolve({ ...createEngine(name, name === 'cpu', false), device: 'another card' }),
    );
    expect((await chooseEngine({ memory })).engine.name).toBe('cpu');
  });

  it('gets the adapter that was found when the page looked for one', async () => {
    const adapter = { info: { vendor: 'acme' } } as unknown as GPUAdapter;
    const requestAdapter = vi.fn(() => Promise.resolve(adapter));
    vi.stubGlobal('navigator', { gpu: { requestAdapter } });
    starts({ webgpu: 'right' });
    await chooseEngine({ memory });
    expect(requestAdapter).toHaveBeenCalledOnce();
    expect(vi.mocked(loadEngine).mock.lastCall).toEqual(['webgpu', 'either', adapter]);
  });
});

describe('the page’s engine', () => {
  it('that did not come is looked for again when it is asked for again', async () => {
    const page = createPageEngine(undefined, memory);
    starts({});
    await expect(page.get()).rejects.toThrow('its code could not be loaded');
    starts({ webgpu: 'right' });
    expect((await page.get()).engine.name).toBe('webgpu');
  });

  it('goes from workers to the page’s own thread when the workers die, and is lost only if it fails there too', async () => {
    vi.stubGlobal('navigator', {});
    const page = createPageEngine(undefined, memory);
    starts({ cpu: 'right' });
    const inWorkers = (await page.get()).engine;
    const onPage = (await page.replace(inWorkers, 'The workers died.')).engine;
    expect(started).toEqual(['cpu, either', 'cpu, page']);
    await expect(page.replace(onPage, 'It failed there too.')).rejects.toThrow('No engine runs');
    started.length = 0;
    expect((await page.get()).engine.name).toBe('cpu');
    expect(started).toEqual(['cpu, either']);
  });

  it('may be one that was lost before, when nothing else is left', async () => {
    const page = createPageEngine(undefined, memory);
    starts({ webgpu: 'right' });
    const { engine } = await page.get();
    await expect(page.replace(engine, 'The graphics card was taken away.')).rejects.toThrow('No engine runs');
    expect((await page.get()).engine.name).toBe('webgpu');
  });

  it('is not the same failure for ever: who reports a loss again after nothing ran gets a new answer', async () => {
    const page = createPageEngine(undefined, memory);
    starts({ webgpu: 'right' });
    const { engine } = await page.get();
    await expect(page.replace(engine, 'lost')).rejects.toThrow('No engine runs');
    starts({ cpu: 'right' });
    expect((await page.replace(engine, 'lost')).engine.name).toBe('cpu');
  });

  it('stays what it is when the reader asks for another and nothing else runs', async () => {
    const page = createPageEngine('webgpu', memory);
    starts({ webgpu: 'right' });
    const { engine } = await page.get();
    starts({});
    await expect(page.force('cpu')).rejects.toThrow('No engine runs');
    expect((await page.get()).engine).toBe(engine);
  });

  it('is replaced even if the one that failed cannot be disposed of', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const page = createPageEngine(undefined, memory);
    starts({ webgpu: 'right', cpu: 'right' });
    const { engine } = await page.get();
    engine.dispose = () => {
      throw new EngineLostError('webgpu', 'gone');
    };
    expect((await page.replace(engine, 'lost')).engine.name).toBe('cpu');
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});
