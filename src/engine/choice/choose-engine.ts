import { engineLabels, type Engine, type EngineName } from '../engine.ts';
import { inTime } from '../in-time.ts';
import { probeCapabilities, type Capability } from './capability.ts';
import { loadEngine, type CpuThreads } from './load-engine.ts';
import { selfTest } from './self-test.ts';
import type { VisitMemory } from './visit-memory.ts';
import { endEngine } from './end-engine.ts';
import { whyNot } from './why-not.ts';

interface ChooseOptions {
  /** Use this engine if it runs at all, whatever its rank. */
  readonly forced?: EngineName | undefined;
  /** Engines that failed before and are not tried again. */
  readonly exclude?: ReadonlySet<EngineName>;
  /** Where failed self-tests are remembered. */
  readonly memory?: VisitMemory | undefined;
  /** Where the CPU engine works; in workers where there are some, by default. */
  readonly cpuThreads?: CpuThreads;
}

/** A started engine, and why those ranked before it were passed over. */
export interface EngineChoice {
  readonly engine: Engine;
  /** One sentence for each engine that was wanted and could not be used. */
  readonly notices: readonly string[];
}

/** An engine that has not started by then is passed over; its code and a slow driver may need seconds. */
const startLimitMs = 30_000;

const memoryKey = (name: EngineName): string => `mixup.self-test.${name}`;
const passedKey = (name: EngineName): string => `mixup.self-test-passed.${name}`;

/** The engines a device should try, best first: hardware WebGPU, hardware WebGL, the CPU, then software renderers. */
export function rankEngines(capabilities: Partial<Record<EngineName, Capability>>): EngineName[] {
  const order = Object.keys(engineLabels) as EngineName[];
  const hardware = order.filter((name) => capabilities[name] === 'hardware');
  return [...hardware, ...order.filter((name) => capabilities[name] === 'software')];
}

/**
 * Starts the best engine that passes its self-test, or has passed it in this visit on the same device. A failed self-test is
 * remembered for the visit once another engine has passed: what has nothing behind it is tried again, and so is code that did
 * not come or a device that did not open.
 *
 * @throws Error if no engine runs, with the reason of each
 */
export async function chooseEngine({
  forced,
  exclude = new Set(),
  memory,
  cpuThreads = 'either',
}: ChooseOptions = {}): Promise<EngineChoice> {
  const notices: string[] = [];
  const verdicts = new Map<EngineName, string>();
  let adapter: GPUAdapter | undefined;
  const passOver = (name: EngineName, error: unknown): string => {
    const notice = whyNot(name, error);
    notices.push(notice);
    return notice;
  };
  const attempt = async (name: EngineName): Promise<Engine | undefined> => {
    let engine: Engine;
    try {
      engine = await startEngine(name, cpuThreads, adapter);
    } catch (error) {
      passOver(name, error);
      return undefined;
    }
    try {
      if (memory?.getItem(passedKey(name)) !== engine.device) await selfTest(engine);
      memory?.setItem(passedKey(name), engine.device);
      verdicts.forEach((notice, failed) => memory?.setItem(memoryKey(failed), notice));
      return engine;
    } catch (error) {
      verdicts.set(name, passOver(name, error));
      endEngine(engine);
      return undefined;
    }
  };
  // What the reader wants is tried without looking at what else there is.
  if (forced && !exclude.has(forced)) {
    const engine = await attempt(forced);
    if (engine) return { engine, notices };
  }
  const others = rankEngines(await probeCapabilities((found) => (adapter = found))).filter(
    (name) => !exclude.has(name) && name !== forced,
  );
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

function startEngine(name: EngineName, cpuThreads: CpuThreads, adapter?: GPUAdapter): Promise<Engine> {
  const reason = `it did not start in ${startLimitMs / 1000} seconds.`;
  return inTime(() => loadEngine(name, cpuThreads, adapter), startLimitMs, reason, endEngine);
}
