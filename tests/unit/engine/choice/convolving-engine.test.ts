import { expect, test } from 'vitest';
import { convolvingEngine } from '../../../../src/engine/choice/convolving-engine.ts';
import { fakeEngine, fakePageEngine } from '../run/fake-engine.ts';

/* Networks with convolutions on pages whose engine has none. */

test('an engine that trains convolutions stays', async () => {
  const cpu = fakeEngine('cpu');
  const { pageEngine } = convolvingEngine(fakePageEngine(cpu), () => Promise.reject(new Error('none is needed')));
  expect(await pageEngine.get()).toEqual({ engine: cpu, notices: [] });
});

test('in the place of one that does not, the CPU engine trains, says so, and ends with the run', async () => {
  const [webgl, cpu] = [fakeEngine('webgl'), fakeEngine('cpu')];
  const started: string[] = [];
  const { pageEngine, dispose } = convolvingEngine(fakePageEngine(webgl), (threads) => {
    started.push(threads);
    return Promise.resolve(cpu);
  });
  const news = await Promise.all([pageEngine.get(), pageEngine.get()]);
  for (const { engine, notices } of news) {
    expect(engine).toBe(cpu);
    expect(notices).toEqual(['WebGL does not train networks with convolutions here. The CPU does.']);
  }
  expect(started).toEqual(['either']);
  dispose();
  expect([cpu.disposals.count, webgl.disposals.count]).toEqual([1, 0]);
});

test('workers that die give way to the page’s own thread, once; the page keeps its engine', async () => {
  const page = fakePageEngine(fakeEngine('webgl'));
  const [first, second] = [fakeEngine('cpu'), fakeEngine('cpu')];
  const { pageEngine } = convolvingEngine(page, (threads) => Promise.resolve(threads === 'page' ? second : first));
  await pageEngine.get();
  expect(await pageEngine.replace(first, 'A worker died.')).toEqual({ engine: second, notices: ['A worker died.'] });
  await expect(pageEngine.replace(second, 'It died too.')).rejects.toThrow('It died too.');
  expect(page.blamed).toEqual([]);
});
