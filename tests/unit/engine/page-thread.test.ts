import { afterEach, describe, expect, it, vi } from 'vitest';
import { openArena } from '../../../src/engine/cpu/arena.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import { createPageThread, createPageThreadEngine } from '../../../src/engine/cpu/page-thread.ts';
import { createTaskServer } from '../../../src/engine/cpu/tasks.ts';
import { EngineLostError, type Engine } from '../../../src/engine/engine.ts';
import { allPolicies } from '../../gpu/conformance/policies.ts';
import { createProblem } from '../../gpu/conformance/problems.ts';

afterEach(() => vi.restoreAllMocks());

const policies = Object.values(allPolicies(2));
const ensemble = createProblem({ sizes: [2, 8, 8, 2], batch: 16, policies: [...policies, ...policies] });
const points = ensemble.inputs.slice(0, 60);

describe('the cpu engine on the page’s own thread', () => {
  it('computes the same bits as worker threads', async () => {
    const results = async (engine: Engine) => {
      const training = await engine.prepare(ensemble);
      await training.train(12);
      const read = [await training.snapshot(), await training.evaluate(points)];
      engine.dispose();
      return read;
    };
    expect(await results(await createPageThreadEngine())).toEqual(
      await results(await createNodeCpuEngine({ workers: 2 })),
    );
  });

  it('gives the page a turn after each slice of work', async () => {
    const arena = await openArena();
    // Each task seems to take longer than a slice may.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 50));
    const seen: (number | 'page')[] = [];
    const page = new MessageChannel();
    page.port1.onmessage = () => void seen.push('page');
    const worker = createPageThread(arena, createTaskServer).spawn({
      onAnswer({ ticket }) {
        seen.push(ticket);
        page.port2.postMessage(0);
      },
      onDeath: () => undefined,
    });
    for (const ticket of [1, 2, 3]) worker.post({ ticket, of: 0, task: 'greet', values: [] });
    expect(seen).toEqual([]);
    await vi.waitFor(() => expect(seen).toHaveLength(6));
    expect(seen).toEqual([1, 'page', 2, 'page', 3, 'page']);
    page.port1.close();
  });

  it('splits the work on many members into many tasks', async () => {
    const engine = await createPageThreadEngine();
    await engine.prepare(ensemble);
    expect(engine.memory().objects).toBe(Math.min(16, ensemble.members.length) + 1);
    engine.dispose();
  });

  it('answers nothing after it was disposed of', async () => {
    const engine = await createPageThreadEngine();
    const training = await engine.prepare(ensemble);
    const run = expect(training.train(1000)).rejects.toThrow('disposed');
    engine.dispose();
    await run;
    await expect(engine.prepare(ensemble)).rejects.not.toBeInstanceOf(EngineLostError);
  });
});
