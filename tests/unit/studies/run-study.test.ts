import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine, EngineName } from '../../../src/engine/engine.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import type { StudyProgress } from '../../../src/studies/study-progress.ts';
import { fakeClock } from '../engine/run/fake-clock.ts';
import { fakeEngine } from '../engine/run/fake-engine.ts';
import { fakeStudy } from './fake-study.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface QuickEngine extends Engine {
  /** Ensembles and networks that it holds now, and the most at a time. */
  readonly held: { ensembles: number; members: number };
  readonly most: { ensembles: number; members: number };
}

/** An engine that trains a step in 0.05 ms and counts what it holds. */
function quickEngine(name: EngineName = 'webgpu', work: (milliseconds: number) => void = () => undefined): QuickEngine {
  const inner = fakeEngine(name, {
    train: (steps) => {
      work(0.05 * steps);
      return Promise.resolve(0.05 * steps);
    },
  });
  const held = { ensembles: 0, members: 0 };
  const most = { ensembles: 0, members: 0 };
  return {
    ...inner,
    membersAtOnce: name === 'cpu' ? 8 : 128,
    held,
    most,
    prepare: async (ensemble) => {
      const training = await inner.prepare(ensemble);
      const members = ensemble.members.length;
      held.ensembles += 1;
      held.members += members;
      most.ensembles = Math.max(most.ensembles, held.ensembles);
      most.members = Math.max(most.members, held.members);
      return {
        ...training,
        get step() {
          return training.step;
        },
        dispose: () => {
          held.ensembles -= 1;
          held.members -= members;
        },
      };
    },
  };
}

describe('a study on an engine that takes 0.05 ms a step', () => {
  it('is done with few turns of the page, none of which is a frame or a timer, and 15 readings', async () => {
    const clock = fakeClock();
    let readings = 0;
    const study = fakeStudy({
      measure: ({ ensemble, step }) => {
        readings += 1;
        return Promise.resolve(ensemble.members.map(() => ({ step })));
      },
    });
    const [erm] = await runStudy(quickEngine('webgpu', clock.work), study, [1]);
    expect(erm?.curve.map(({ step }) => step)).toEqual([...Array(15).keys()].map((n) => 100 * (n + 1)));
    expect(readings).toBe(15);
    // 75 ms of work: frames would make it fifteen turns at least, and read-backs ten times a second 1.5 s.
    expect(clock.now).toBeCloseTo(75, 6);
    expect(clock.tasks.length).toBeLessThanOrEqual(5);
    expect(clock.waits).toBe(0);
  });

  it('lets the page answer at least every 50 ms, even where measuring takes long', async () => {
    const clock = fakeClock();
    const study = fakeStudy({
      widths: [4, 8, 16],
      measure: async ({ ensemble, step }, breathe) => {
        const measured = [];
        for (let m = 0; m < ensemble.members.length; m += 1) {
          await breathe();
          clock.work(10);
          measured.push({ step });
        }
        return measured;
      },
    });
    await runStudy(quickEngine('webgpu', clock.work), study, [1, 2, 3]);
    expect(clock.now).toBeGreaterThan(2000);
    expect(Math.max(...clock.tasks)).toBeLessThanOrEqual(50);
    // And no more often than it must: a turn costs time as well.
    expect(clock.now / clock.tasks.length).toBeGreaterThan(15);
  });
});

describe('the parts of a study', () => {
  it('train side by side as far as there is room, and the results come seed by seed all the same', async () => {
    const engine = quickEngine();
    const study = fakeStudy({ widths: [4, 8, 16], steps: 200 });
    const results = await runStudy(engine, study, [7, 3]);
    expect(engine.most.ensembles).toBe(3);
    expect(results.map(({ trial: { condition, seed } }) => `${seed} ${condition.name}`)).toEqual(
      [7, 3].flatMap((seed) => [4, 8, 16].flatMap((width) => [`${seed} erm-${width}`, `${seed} mixup-${width}`])),
    );
  });

  it('wait where there is no room: on the CPU engine eight networks train at once, whole seeds first', async () => {
    const engine = quickEngine('cpu');
    const seen: number[] = [];
    await runStudy(engine, fakeStudy({ widths: [4, 8, 16], steps: 200 }), [1, 2, 3, 4], {
      onMeasure: ({ complete }) => seen.push(new Set(complete.map(({ trial }) => trial.seed)).size),
    });
    expect(engine.most.members).toBeLessThanOrEqual(8);
    expect(engine.most.ensembles).toBeGreaterThan(1);
    // The first seed is whole long before the last has begun.
    expect(seen.indexOf(1)).toBeLessThan(seen.indexOf(3) - 2);
  });

  it('end when one of them fails, and nothing stays allocated', async () => {
    const engine = quickEngine();
    const study = fakeStudy({
      widths: [4, 8],
      measure: ({ ensemble, step }) =>
        ensemble.network.sizes[1] === 8 && step === 300
          ? Promise.reject(new Error('nothing to measure'))
          : Promise.resolve(ensemble.members.map(() => ({ step }))),
    });
    let furthest = 0;
    const run = runStudy(engine, study, [1], { onMeasure: ({ step }) => (furthest = Math.max(furthest, step)) });
    await expect(run).rejects.toThrow('nothing to measure');
    expect(engine.held).toEqual({ ensembles: 0, members: 0 });
    expect(furthest).toBeLessThanOrEqual(400);
  });
});

describe('a study under way', () => {
  it('ends where it is when it is aborted, with the reason, and nothing stays allocated', async () => {
    const engine = quickEngine();
    const ending = new AbortController();
    const told: StudyProgress<string>[] = [];
    const run = runStudy(engine, fakeStudy(), [1], {
      signal: ending.signal,
      onMeasure: (progress) => {
        told.push(progress);
        if (told.length === 3) ending.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(told.length).toBe(3);
    expect(engine.held).toEqual({ ensembles: 0, members: 0 });
    await expect(runStudy(engine, fakeStudy(), [1], { signal: ending.signal })).rejects.toThrow('enough');
  });

  it('ends when whoever is told of a measurement throws', async () => {
    const engine = quickEngine();
    const onMeasure = (): never => {
      throw new Error('cannot be drawn');
    };
    await expect(runStudy(engine, fakeStudy(), [1], { onMeasure })).rejects.toThrow('cannot be drawn');
    expect(engine.held).toEqual({ ensembles: 0, members: 0 });
  });

  it('says what is complete, what is under way and which share is done', async () => {
    const shares: number[] = [];
    const run = runStudy(quickEngine(), fakeStudy({ steps: 300 }), [1, 2], {
      onMeasure: ({ done, step, complete, underway }) => {
        shares.push(done);
        expect(complete.length + underway.length).toBe(4);
        expect([...complete, ...underway].every(({ curve }) => curve.at(-1)?.measures.step === step)).toBe(true);
      },
    });
    expect((await run).length).toBe(4);
    expect(shares.map((share) => Math.round(300 * share))).toEqual([100, 200, 300]);
  });
});
