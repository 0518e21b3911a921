import { describe, expect, it } from 'vitest';
import { openArena } from '../../../src/engine/cpu/arena.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import { createPooledEngine } from '../../../src/engine/cpu/pooled-engine.ts';
import { createTaskServer } from '../../../src/engine/cpu/tasks.ts';
import type { SpawnWorker } from '../../../src/engine/cpu/worker-pool.ts';
import { EngineLostError, type Snapshot } from '../../../src/engine/engine.ts';
import { allPolicies } from '../../gpu/conformance/policies.ts';
import { createProblem } from '../../gpu/conformance/problems.ts';

const ensemble = createProblem({ sizes: [2, 8, 8, 2], batch: 16, policies: Object.values(allPolicies(2)) });
const points = ensemble.inputs.slice(0, 60);

interface Result {
  readonly snapshot: Snapshot;
  readonly logs: Float32Array;
}

const arena = await openArena();
const noRoom = new Error('no room');

/** A worker in this thread that fails at the first task of a name. */
function createFailingSpawn(task: string, failure: 'throws' | 'dies'): { spawn: SpawnWorker; alive: () => number } {
  let alive = 0;
  const spawn: SpawnWorker = ({ onAnswer, onDeath }) => {
    const serve = createTaskServer(arena);
    alive += 1;
    return {
      post(message) {
        queueMicrotask(() => {
          if (message.task !== task) void serve(message).then((served) => onAnswer(served.message));
          else if (failure === 'dies') onDeath('out of memory');
          else onAnswer({ ticket: message.ticket, error: noRoom });
        });
      },
      terminate: () => (alive -= 1),
    };
  };
  return { spawn, alive: () => alive };
}

describe('the cpu engine in Node', { timeout: 60_000 }, () => {
  it('gives the same bits with one worker thread as with two, three and more than there are members', async () => {
    const results: Result[] = [];
    for (const workers of [1, 2, 3, 64]) {
      const chosen = workers === 64 ? { ...ensemble, members: ensemble.members.slice(0, 3) } : ensemble;
      const engine = await createNodeCpuEngine({ workers });
      const training = await engine.prepare(chosen);
      await training.train(25);
      results.push({ snapshot: await training.snapshot(), logs: await training.evaluate(points) });
      if (workers === 64) expect(engine.memory().objects).toBe(3 + 1);
      engine.dispose();
    }
    const [one, two, three, few] = results as [Result, Result, Result, Result];
    for (const other of [two, three]) {
      expect(other.snapshot).toEqual(one.snapshot);
      expect(other.logs).toEqual(one.logs);
    }
    expect(few.snapshot.parameters).toEqual(one.snapshot.parameters.slice(0, few.snapshot.parameters.length));
  });

  it.each([0, 65, 1.5, NaN])('refuses %d workers', async (workers) => {
    await expect(createNodeCpuEngine({ workers })).rejects.toThrow(/workers: expected a whole number from 1 to 64/);
  });
});

describe('ensembles side by side', () => {
  it('get workers of their own as long as there are any that hold none', async () => {
    const asked: number[] = [];
    let started = 0;
    const spawn: SpawnWorker = ({ onAnswer }) => {
      const serve = createTaskServer(arena);
      const worker = started++;
      return {
        post(message) {
          if (message.task === 'prepare') asked.push(worker);
          void serve(message).then((served) => onAnswer(served.message));
        },
        terminate: () => undefined,
      };
    };
    const engine = await createPooledEngine(spawn, 3);
    const small = { ...ensemble, members: ensemble.members.slice(0, 1) };
    const [first] = await Promise.all([engine.prepare(small), engine.prepare(small), engine.prepare(small)]);
    expect(asked).toEqual([0, 1, 2]);
    await engine.prepare({ ...ensemble, members: ensemble.members.slice(0, 2) });
    first.dispose();
    await engine.prepare(small);
    expect(asked.slice(3)).toEqual([0, 1, 0]);
    engine.dispose();
  });
});

describe('a worker that fails', () => {
  for (const failure of ['throws', 'dies'] as const) {
    it(`and ${failure} while it trains rejects that call and all others, ends the other workers, and is reported as a loss`, async () => {
      const { spawn, alive } = createFailingSpawn('train', failure);
      const engine = await createPooledEngine(spawn, 3);
      const training = await engine.prepare(ensemble);
      expect(alive()).toBe(3);
      const calls = await Promise.allSettled([training.train(10), training.evaluate(points), engine.mix(mixRequest)]);
      for (const call of calls.slice(0, 2)) {
        expect(call).toMatchObject({ status: 'rejected', reason: expect.any(EngineLostError) as unknown });
      }
      const lost = await engine.lost;
      expect(lost.message).toMatch(failure === 'dies' ? /out of memory/ : /: a worker failed\.$/);
      // What was thrown in the worker, such as that a script of it did not come, is not in words for readers.
      expect(lost.cause).toBe(failure === 'dies' ? undefined : noRoom);
      expect(alive()).toBe(0);
      await expect(engine.mix(mixRequest)).rejects.toBeInstanceOf(EngineLostError);
      await expect(engine.prepare(ensemble)).rejects.toBeInstanceOf(EngineLostError);
    });
  }

  it('at the start makes the engine unavailable, with the reason', async () => {
    await expect(createPooledEngine(createFailingSpawn('greet', 'dies').spawn, 2)).rejects.toThrow(/out of memory/);
  });

  it('is not confused with an engine that was disposed of', async () => {
    const engine = await createPooledEngine(createFailingSpawn('never', 'dies').spawn, 2);
    const training = await engine.prepare(ensemble);
    engine.dispose();
    await expect(training.train(1)).rejects.toThrow(/disposed/);
    await expect(training.train(1)).rejects.not.toBeInstanceOf(EngineLostError);
    expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
  });
});

const mixRequest = {
  rows: new Float32Array(4),
  width: 2,
  first: Uint32Array.of(0),
  second: Uint32Array.of(1),
  lambdas: Float32Array.of(0.5),
};
