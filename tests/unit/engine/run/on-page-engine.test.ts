import { expect, test } from 'vitest';
import type { PageEngine } from '../../../../src/engine/choice/page-engine.ts';
import { EngineLostError, type Engine } from '../../../../src/engine/engine.ts';
import { onPageEngine } from '../../../../src/engine/run/on-page-engine.ts';

const named = (name: string) => ({ name }) as Engine;
const page = (engines: Engine[]) => {
  const reasons: string[] = [];
  let at = 0;
  const pageEngine = {
    get: () => Promise.resolve({ engine: engines[at] as Engine, notices: [...reasons] }),
    replace: (_failed: Engine, reason: string) => {
      at += 1;
      reasons.push(reason);
      return Promise.resolve({ engine: engines[at] as Engine, notices: [...reasons] });
    },
  } as unknown as PageEngine;
  return pageEngine;
};

test('an engine that is lost is replaced, and the reader is told', async () => {
  const pageEngine = page([named('webgpu'), named('webgl'), named('cpu')]);
  const { result, engine, notices } = await onPageEngine(pageEngine, ({ name }) =>
    name === 'cpu' ? Promise.resolve(42) : Promise.reject(new EngineLostError(name, 'it left')),
  );
  expect(result).toBe(42);
  expect(engine.name).toBe('cpu');
  expect(notices).toHaveLength(2);
});

test('any other failure is passed on, and the engine kept', async () => {
  const pageEngine = page([named('webgl'), named('cpu')]);
  await expect(onPageEngine(pageEngine, () => Promise.reject(new RangeError('too large')))).rejects.toThrow(
    'too large',
  );
  expect((await pageEngine.get()).engine.name).toBe('webgl');
});

test('what an engine owed that was replaced meanwhile is asked of the one in its place, and nobody is blamed', async () => {
  const [old, chosen] = [named('webgl'), named('cpu')];
  let current = old;
  const replace = () => Promise.reject(new Error('Nobody failed.'));
  const pageEngine = { get: () => Promise.resolve({ engine: current, notices: [] }), replace } as unknown as PageEngine;
  const { result, engine } = await onPageEngine(pageEngine, (one) => {
    if (one === chosen) return Promise.resolve(42);
    current = chosen;
    return Promise.reject(new Error('The webgl engine was disposed of.'));
  });
  expect(result).toBe(42);
  expect(engine).toBe(chosen);
});
