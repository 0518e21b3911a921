import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseEngine, type EngineChoice } from '../../../../src/engine/choice/choose-engine.ts';
import { createTaskServer, type TaskMessage, type WorkerSettings } from '../../../../src/engine/cpu/tasks.ts';
import { createWorkerScript } from '../../../../src/engine/cpu/worker-script.ts';
import { selfTestEnsemble } from '../../../../src/engine/choice/self-test.ts';

/*
 * Machines on which something that other browsers have is missing, throws or never answers. Each comes to the CPU engine, and
 * that trains. Node has no GPU, no document and no Worker: there are none but those that a case names, and workers that work.
 */

type Fake = Record<string, unknown>;

const adapter = {
  info: { vendor: 'acme', architecture: 'fast', device: '', description: '', isFallbackAdapter: false },
  limits: { maxComputeWorkgroupStorageSize: 32768 },
  requestDevice: () => Promise.reject(new Error('no device today')),
};

/** A context of a software renderer, so that the WebGL engine is not even tried. */
const context = {
  RENDERER: 7937,
  getExtension: (name: string): Fake | null => (name === 'WEBGL_lose_context' ? { loseContext: () => undefined } : {}),
  getParameter: (): unknown => 'Mesa, llvmpipe',
};

/** A worker that answers, in this thread. */
class WorkingWorker {
  #answer: (event: object) => void = () => undefined;
  readonly #receive = createWorkerScript(
    createTaskServer,
    (data) => this.#answer({ data }),
    (error) => console.error(error),
  );
  addEventListener(type: string, listener: (event: object) => void): void {
    if (type === 'message') this.#answer = listener;
  }
  postMessage(message: WorkerSettings | TaskMessage): void {
    queueMicrotask(() => this.#receive(message));
  }
  terminate(): void {
    this.#answer = () => undefined;
  }
}

function machine({
  navigator = { hardwareConcurrency: 2 },
  getContext = () => null,
  worker = WorkingWorker,
}: {
  navigator?: object;
  getContext?: () => unknown;
  worker?: unknown;
}): void {
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('document', { createElement: () => ({ getContext }) });
  if (worker !== 'none') vi.stubGlobal('Worker', worker);
}

async function trains({ engine, notices }: EngineChoice): Promise<readonly string[]> {
  expect(engine.name).toBe('cpu');
  const training = await engine.prepare(selfTestEnsemble);
  await training.train(3);
  expect((await training.snapshot()).step).toBe(3);
  engine.dispose();
  return notices;
}

const throwing = (): never => {
  throw new TypeError('not here');
};

/** A worker that cannot be made, or whose script never comes: it says so, or nothing at all. */
function brokenWorker(says: 'throws' | 'error' | 'nothing'): unknown {
  return class {
    constructor() {
      if (says === 'throws') throwing();
    }
    addEventListener(type: string, listener: (event: object) => void): void {
      if (says === type) setTimeout(() => listener({ preventDefault: () => undefined }), 0);
    }
    postMessage(): void {
      // Nobody is there.
    }
    terminate(): void {
      // Nobody is there.
    }
  };
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a browser', () => {
  it.each<[string, Parameters<typeof machine>[0]]>([
    ['with no WebGPU and no WebGL', {}],
    ['with no workers', { worker: 'none' }],
    [
      'whose adapter does not say what it is',
      {
        navigator: {
          hardwareConcurrency: 2,
          gpu: { requestAdapter: () => Promise.resolve({ ...adapter, info: undefined }) },
        },
      },
    ],
    [
      'whose requestAdapter throws at once',
      { navigator: { hardwareConcurrency: 2, gpu: { requestAdapter: throwing } } },
    ],
    [
      'whose requestAdapter is rejected',
      { navigator: { hardwareConcurrency: 2, gpu: { requestAdapter: () => Promise.reject(new Error('lost')) } } },
    ],
    [
      'whose navigator.gpu throws',
      {
        navigator: {
          get gpu() {
            return throwing();
          },
        },
      },
    ],
    [
      'whose requestDevice throws at once',
      {
        navigator: {
          hardwareConcurrency: 2,
          gpu: { requestAdapter: () => Promise.resolve({ ...adapter, requestDevice: throwing }) },
        },
      },
    ],
    ['whose getContext throws', { getContext: throwing }],
    ['whose getParameter throws', { getContext: () => ({ ...context, getParameter: throwing }) }],
    ['whose getExtension throws', { getContext: () => ({ ...context, getExtension: throwing }) }],
    ['with no WebGL extensions', { getContext: () => ({ ...context, getExtension: () => null }) }],
    ['that does not say how many cores there are', { navigator: { hardwareConcurrency: undefined } }],
    ['that says there are no cores', { navigator: { hardwareConcurrency: 0 } }],
    ['whose Worker throws', { worker: brokenWorker('throws') }],
    ['whose worker’s script does not load', { worker: brokenWorker('error') }],
  ])('%s trains on the CPU', async (_, features) => {
    machine(features);
    await trains(await chooseEngine());
  });

  it.each([
    ['whose storage throws when it is read', { getItem: throwing, setItem: () => undefined }],
    ['whose storage throws when it is written', { getItem: () => null, setItem: throwing }],
  ])('%s trains on the CPU', async (_, storage) => {
    const { visitMemory } = await import('../../../../src/engine/choice/visit-memory.ts');
    machine({ navigator: { hardwareConcurrency: 2, gpu: { requestAdapter: () => Promise.resolve(adapter) } } });
    await trains(await chooseEngine({ memory: visitMemory(() => storage) }));
    await trains(await chooseEngine({ memory: visitMemory(throwing) }));
    await trains(await chooseEngine({ memory: visitMemory(() => null) }));
  });

  it.each(['requestAdapter', 'requestDevice', 'worker'])(
    'whose %s never answers is waited for at most 5 seconds',
    async (what) => {
      vi.useFakeTimers();
      const never = () => new Promise<never>(() => undefined);
      machine({
        navigator: {
          gpu:
            what === 'worker'
              ? undefined
              : {
                  requestAdapter:
                    what === 'requestAdapter' ? never : () => Promise.resolve({ ...adapter, requestDevice: never }),
                },
        },
        worker: what === 'worker' ? brokenWorker('nothing') : WorkingWorker,
      });
      const choice = chooseEngine();
      let isChosen = false;
      void choice.then(() => (isChosen = true));
      await vi.advanceTimersByTimeAsync(5000);
      // What is left to do then takes no more time of the clock, only turns.
      vi.useRealTimers();
      await vi.waitFor(() => expect(isChosen).toBe(true), 3000);
      await trains(await choice);
    },
  );

  it('without the newest built-in functions trains on the CPU', async () => {
    for (const [owner, name] of [
      [Promise, 'withResolvers'],
      [Promise, 'try'],
      [Object, 'groupBy'],
      [Map, 'groupBy'],
      [Array, 'fromAsync'],
      [ArrayBuffer.prototype, 'transfer'],
      [Set.prototype, 'union'],
    ] as const)
      vi.spyOn(owner as unknown as Record<string, () => void>, name).mockImplementation(throwing);
    machine({});
    await trains(await chooseEngine());
    machine({ worker: 'none' });
    await trains(await chooseEngine());
  });

  it('that throws something no reader could understand says a sentence instead, and keeps the rest for the console', async () => {
    machine({
      navigator: {
        hardwareConcurrency: 2,
        gpu: { requestAdapter: () => Promise.resolve({ ...adapter, requestDevice: throwing }) },
      },
    });
    const notices = await trains(await chooseEngine());
    expect(notices).toEqual([
      'The WebGPU engine cannot be used here: it broke while it was being started (the browser’s console says how).',
    ]);
    expect(console.error).toHaveBeenCalledWith(expect.any(TypeError));
  });
});
