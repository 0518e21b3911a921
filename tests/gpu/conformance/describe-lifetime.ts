import { describe, expect, it } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { EngineLostError } from '../../../src/engine/engine.ts';
import type { Subject } from './describe-engine.ts';
import { createProblem } from './problems.ts';

const ensemble = createProblem({
  sizes: [2, 4, 2],
  policies: [ermPolicy, mixupPolicy(1), mixupPolicy(1, { layer: 1 })],
});
const points = ensemble.inputs.slice(0, 20);
/** For engines that end soon, which compile it anew. */
const small = createProblem({ sizes: [2, 2] });
/** More steps than any engine finishes before the test interferes. */
const endless = 2 ** 20;

export function describeLifetime({ engine, create }: Subject): void {
  describe('the life of an ensemble', () => {
    it('leaves memory as before: ten times created, trained, read and disposed of', async () => {
      const cycle = async (): Promise<void> => {
        const training = await engine().prepare(ensemble);
        await training.train(3);
        await training.evaluate(points);
        await training.snapshot();
        training.dispose();
      };
      await cycle();
      const before = engine().memory();
      for (let round = 0; round < 10; round += 1) await cycle();
      expect(engine().memory()).toEqual(before);
    });

    it('reports steps, speed and progress', async () => {
      const training = await engine().prepare(ensemble);
      const seen: number[] = [];
      const report = await training.train(40, { onProgress: (step) => seen.push(step) });
      expect(report.steps).toBe(40);
      expect(report.milliseconds).toBeGreaterThanOrEqual(0);
      expect(training.step).toBe(40);
      expect(seen.at(-1)).toBe(40);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      expect((await training.train(0)).steps).toBe(0);
      training.dispose();
    });

    it('stops when told to, with the reason, at a step it can go on from', async () => {
      const training = await engine().prepare(ensemble);
      const controller = new AbortController();
      const reason = new Error('the reader pressed pause');
      const run = training.train(endless, { signal: controller.signal, onProgress: () => controller.abort(reason) });
      await expect(run).rejects.toBe(reason);
      const stopped = training.step;
      expect(stopped).toBeGreaterThan(0);
      expect(stopped).toBeLessThan(endless);
      const { parameters, step } = await training.snapshot();
      expect(step).toBe(stopped);
      const fresh = await engine().prepare(ensemble);
      await fresh.train(stopped);
      expect(Array.from((await fresh.snapshot()).parameters)).toEqual(Array.from(parameters));
      await expect(training.train(5, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(training.step).toBe(stopped);
      training.dispose();
      fresh.dispose();
    });

    it('answers calls in the order they were made', async () => {
      const training = await engine().prepare(ensemble);
      const done: string[] = [];
      const [, first, , second] = await Promise.all([
        training.train(5).finally(() => done.push('train')),
        training.snapshot().finally(() => done.push('snapshot')),
        training.train(5).finally(() => done.push('train again')),
        training.snapshot().finally(() => done.push('snapshot again')),
      ]);
      expect([first.step, second.step]).toEqual([5, 10]);
      expect(done).toEqual(['train', 'snapshot', 'train again', 'snapshot again']);
      training.dispose();
    });

    it('ends calls made after it was disposed of, and those that were running or waiting, with one sentence', async () => {
      const before = engine().memory();
      const sentence = 'This ensemble was disposed of.';
      const training = await engine().prepare(ensemble);
      let started = (): void => undefined;
      const underWay = new Promise<void>((resolve) => (started = resolve));
      const running = expect(training.train(endless, { onProgress: started })).rejects.toThrow(sentence);
      const waiting = expect(training.snapshot()).rejects.toThrow(sentence);
      await underWay;
      training.dispose();
      training.dispose();
      await running;
      await waiting;
      for (const call of [training.train(1), training.evaluate(points), training.snapshot()]) {
        await expect(call).rejects.toThrow(sentence);
      }
      const other = await engine().prepare(ensemble);
      const reading = expect(other.evaluate(points)).rejects.toThrow(sentence);
      await Promise.resolve();
      other.dispose();
      await reading;
      expect(engine().memory()).toEqual(before);
    });

    it('lets several ensembles train at once', async () => {
      const pair = await Promise.all([engine().prepare(ensemble), engine().prepare(ensemble)]);
      await Promise.all(pair.map((training) => training.train(25)));
      const [a, b] = await Promise.all(pair.map(async (training) => (await training.snapshot()).parameters));
      expect(Array.from(a as Float64Array)).toEqual(Array.from(b as Float64Array));
      for (const training of pair) training.dispose();
    });
  });

  describe('a lost device', () => {
    it('rejects what is running and what is asked later with EngineLostError, and says so', async () => {
      const doomed = await create();
      const training = await doomed.prepare(small);
      let started = (): void => undefined;
      const underWay = new Promise<void>((resolve) => (started = resolve));
      const run = expect(training.train(endless, { onProgress: started })).rejects.toBeInstanceOf(EngineLostError);
      await underWay;
      const asked = expect(training.evaluate(points)).rejects.toBeInstanceOf(EngineLostError);
      doomed.simulateLoss();
      const error = await doomed.lost;
      expect(error).toBeInstanceOf(EngineLostError);
      expect(error.engine).toBe(doomed.name);
      await run;
      await asked;
      await expect(training.train(1)).rejects.toBeInstanceOf(EngineLostError);
      await expect(training.snapshot()).rejects.toBeInstanceOf(EngineLostError);
      await expect(doomed.prepare(small)).rejects.toBeInstanceOf(EngineLostError);
      training.dispose();
      doomed.dispose();
    });

    it('leaves other engines of the page alone', async () => {
      const doomed = await create();
      doomed.simulateLoss();
      await doomed.lost;
      doomed.dispose();
      const training = await engine().prepare(ensemble);
      await training.train(2);
      expect(training.step).toBe(2);
      training.dispose();
    });
  });
}
