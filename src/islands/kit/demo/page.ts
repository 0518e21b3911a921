import { createPageEngine, type PageEngine } from '../../../engine/choice/page-engine.ts';
import { visitMemory } from '../../../engine/choice/visit-memory.ts';
import type { EngineName } from '../../../engine/engine.ts';
import { createScheduler, type Scheduler } from '../../../engine/run/scheduler.ts';
import { tellError } from '../../../engine/tell-error.ts';
import { tellEngineAsked } from '../wake/when-near.ts';
import { askedEngine } from './asked-engine.ts';
import { isEngineName } from './forced-engine.ts';

/** What all demos of a page share. */
interface DemoPage {
  readonly engine: PageEngine;
  readonly scheduler: Scheduler;
}

let page: DemoPage | undefined;

/** The page's engine and animation loop, made when the first demo is used. The site's settings move it to another engine. */
export function demoPage(): DemoPage {
  if (page) return page;
  const engine = createPageEngine(
    wanted(),
    visitMemory(() => sessionStorage),
  );
  document.addEventListener('engine:asked-for', () => {
    engine.force(wanted()).catch((error: unknown) => {
      document.dispatchEvent(new CustomEvent('engine:refused', { detail: tellError(error) }));
    });
  });
  page = { engine, scheduler: createScheduler() };
  tellEngineAsked();
  return page;
}

function wanted(): EngineName | undefined {
  const name = askedEngine();
  return name !== undefined && isEngineName(name) ? name : undefined;
}
