import { describe, expect, it } from 'vitest';
import { sgd } from '../../../src/core/training/optimizer.ts';
import { probeCapabilities } from '../../../src/engine/choice/capability.ts';
import { rankEngines } from '../../../src/engine/choice/choose-engine.ts';
import type { EngineName } from '../../../src/engine/engine.ts';
import { comesTo, createRunBench, smallEnsemble, until, type RunBench } from './run-bench.ts';

async function leavesNothingBehind(bench: RunBench, name: EngineName): Promise<void> {
  const runOnce = async (): Promise<void> => {
    const run = bench.start(10);
    run.play();
    await comesTo(run, 'done');
    run.dispose();
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await runOnce();
  const { engine } = await bench.pageEngine.get();
  expect(engine.name).toBe(name);
  const before = engine.memory();
  for (let n = 0; n < 6; n += 1) await runOnce();
  expect(engine.memory()).toEqual(before);
}

describe('Run', () => {
  it('records step 0 and every tenth step, and comes to its end', async () => {
    const run = createRunBench('cpu').start(40);
    expect(run.state).toBe('idle');
    run.play();
    expect(run.state).toBe('preparing');
    await comesTo(run, 'done');
    expect(run.records.map(({ step }) => step)).toEqual([0, 10, 20, 30, 40]);
    expect(run.record?.step).toBe(40);
    run.dispose();
  });

  it('pauses, steps one step at a time and plays on', async () => {
    const run = createRunBench('cpu').start(200);
    run.stepOnce();
    await comesTo(run, 'paused');
    expect(run.record?.step).toBe(1);
    run.play();
    await until(
      () => run.records.length > 3,
      () => 'some records',
    );
    run.pause();
    expect(run.state).toBe('paused');
    run.play();
    await comesTo(run, 'done');
    expect(run.record?.step).toBe(200);
    run.dispose();
  });

  it('scrubs without training: the records stay as they were', async () => {
    const run = createRunBench('cpu').start(50);
    run.play();
    await comesTo(run, 'done');
    const records = [...run.records];
    run.seek(27);
    expect(run.record?.step).toBe(20);
    expect(run.state).toBe('paused');
    run.seek(50);
    expect(run.state).toBe('done');
    expect(run.records).toEqual(records);
    run.dispose();
  });

  it('reads the same records whatever the pauses', async () => {
    const straight = createRunBench('cpu').start(30);
    straight.play();
    await comesTo(straight, 'done');
    const halting = createRunBench('cpu').start(30);
    for (const step of [3, 10, 17, 20, 30]) {
      halting.seek(step);
      await comesTo(halting, 'paused', 'done');
    }
    for (const { step, reading } of straight.records) {
      expect(halting.records.find((record) => record.step === step)?.reading).toEqual(reading);
    }
    straight.dispose();
    halting.dispose();
  });

  it('calls nobody back after it was disposed of, even in the middle of a read-back', async () => {
    const bench = createRunBench('cpu');
    const told: string[] = [];
    const run = bench.start(10, smallEnsemble(), {
      onChange: () => told.push('change'),
      onRead: () => {
        run.pause();
        run.dispose();
        told.push('disposed');
      },
    });
    run.play();
    const next = bench.start(10);
    next.play();
    await comesTo(next, 'done');
    expect(told.at(-1)).toBe('disposed');
    next.dispose();
  });

  it('stops when training diverges, says so and keeps the last good record', async () => {
    // With this weight decay every step multiplies the weights by -99.
    const run = createRunBench('cpu').start(400, smallEnsemble(sgd(100, 0, 1)));
    run.play();
    await comesTo(run, 'failed');
    expect(run.failure).toMatch(/loss stopped being a number by step \d+/);
    expect(run.record?.reading.some(Number.isNaN)).toBe(false);
    run.dispose();
  });

  it('does nothing while its element is off screen', async () => {
    const bench = createRunBench('cpu');
    bench.element.style.display = 'none';
    const run = bench.start(20);
    run.play();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(run.records).toEqual([]);
    bench.element.style.display = 'block';
    await comesTo(run, 'done');
    run.dispose();
  });

  it('refuses an impossible ensemble before anything is loaded', () => {
    expect(() => createRunBench('cpu').start(10, { ...smallEnsemble(), batch: 0 })).toThrow(
      'ensemble.batch: expected a whole number from 1 to 1024, got 0.',
    );
  });

  /** One engine serves both: starting it takes longer than all that is done on it. */
  it.each<EngineName>(['webgl', 'webgpu'])(
    'leaves nothing behind on %s after six runs and resets, and goes on from its last record on another engine when it loses its device',
    async (name) => {
      const next = rankEngines(await probeCapabilities()).find((other) => other !== name);
      const bench = createRunBench(name);
      await leavesNothingBehind(bench, name);
      const run = bench.start(300);
      run.play();
      await until(
        () => run.records.length > 2,
        () => 'some records',
      );
      expect(run.engine?.name).toBe(name);
      const before = run.records.map(({ step }) => step);
      run.engine?.simulateLoss();
      await comesTo(run, 'done');
      expect(run.engine?.name).toBe(next);
      expect(run.records.map(({ step }) => step).slice(0, before.length)).toEqual(before);
      expect(run.records.map(({ step }) => step)).toEqual(Array.from({ length: 31 }, (_, n) => 10 * n));
      expect(run.notices.join(' ')).toMatch(
        new RegExp(`${name} engine lost its device.*Went on from step \\d+ on the ${next} engine`),
      );
      run.dispose();
    },
  );

  it('leaves nothing behind on cpu after six runs and resets', async () => {
    const bench = createRunBench('cpu');
    await leavesNothingBehind(bench, 'cpu');
    (await bench.pageEngine.get()).engine.dispose();
  });

  it('moves to the engine that the reader chooses, and goes on', async () => {
    const bench = createRunBench('cpu');
    const run = bench.start(400);
    run.play();
    await until(
      () => run.records.length > 2,
      () => 'some records',
    );
    await bench.pageEngine.force('webgpu');
    await comesTo(run, 'done');
    expect(run.engine?.name).toBe('webgpu');
    run.dispose();
  });
});

describe('the page’s engine', () => {
  it('is shared by all who ask, and replaced once when several report the same loss', async () => {
    const { pageEngine } = createRunBench('webgpu');
    const [first, second] = await Promise.all([pageEngine.get(), pageEngine.get()]);
    expect(first.engine).toBe(second.engine);
    const [a, b] = await Promise.all([
      pageEngine.replace(first.engine, 'lost'),
      pageEngine.replace(first.engine, 'lost'),
    ]);
    expect(a.engine).toBe(b.engine);
    expect(a.engine.name).not.toBe('webgpu');
  });
});
