import type { Engine, EngineName } from '../engine.ts';
import { probeCapabilities, type Capability } from './capability.ts';
import { inTime } from './in-time.ts';
import { loadEngine } from './load-engine.ts';
import { selfTest } from './self-test.ts';

/** Reads and writes verdicts that should last for a visit; `sessionStorage` is one. */
export interface VisitMemory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface ChooseOptions {
  /** Use this engine if it runs at all, whatever its rank. */
  readonly forced?: EngineName | undefined;
  /** Engines that failed before and are not tried again. */
  readonly exclude?: ReadonlySet<EngineName>;
  /** Where failed self-tests are remembered. */
  readonly memory?: VisitMemory | undefined;
}

/** A started engine, and why those ranked before it were passed over. */
export interface EngineChoice {
  readonly engine: Engine;
  /** One sentence for each engine that was wanted and could not be used. */
  readonly notices: readonly string[];
}

/** An engine that has not started by then is passed over; its code and a slow driver may need seconds. */
const startLimitMs = 30_000;

const labels: Record<EngineName, string> = { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'the CPU' };
const memoryKey = (name: EngineName): string => `mixup.engine.${name}`;

/** The engines a device should try, best first: hardware WebGPU, hardware WebGL, the CPU, then software renderers. */
export function rankEngines(capabilities: Record<EngineName, Capability>): EngineName[] {
  const order: readonly EngineName[] = ['webgpu', 'webgl', 'cpu'];
  const hardware = order.filter((name) => capabilities[name] === 'hardware');
  return [...hardware, ...order.filter((name) => capabilities[name] === 'software')];
}

/**
 * Starts the best engine that passes its self-test. A failed self-test is remembered for the visit.
 *
 * @throws Error if no engine runs, with the reason of each
 */
export async function chooseEngine({ forced, exclude = new Set(), memory }: ChooseOptions = {}): Promise<EngineChoice> {
  const notices: string[] = [];
  const attempt = async (name: EngineName): Promise<Engine | undefined> => {
    try {
      return await startEngine(name);
    } catch (error) {
      const notice = `${capitalize(labels[name])} cannot be used here: ${error instanceof Error ? error.message : String(error)}`;
      notices.push(notice);
      memory?.setItem(memoryKey(name), notice);
      return undefined;
    }
  };
  // What the reader wants is tried without looking at what else there is.
  if (forced && !exclude.has(forced)) {
    const engine = await attempt(forced);
    if (engine) return { engine, notices };
  }
  const others = rankEngines(await probeCapabilities()).filter((name) => !exclude.has(name) && name !== forced);
  for (const name of others) {
    const remembered = memory?.getItem(memoryKey(name)) ?? null;
    if (remembered !== null) {
      notices.push(remembered);
      continue;
    }
    const engine = await attempt(name);
    if (engine) return { engine, notices };
  }
  throw new Error(`No engine runs in this browser. ${notices.join(' ')}`);
}

/** Starts an engine that passes its self-test, in time. */
async function startEngine(name: EngineName): Promise<Engine> {
  const loading = loadEngine(name);
  const engine = await inTime(loading, startLimitMs, `it did not start in ${startLimitMs / 1000} seconds.`).catch(
    (error: unknown) => {
      // One that comes late after all is of no use any more.
      void loading.then((late) => late.dispose()).catch(() => undefined);
      throw error;
    },
  );
  try {
    await selfTest(engine);
    return engine;
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
