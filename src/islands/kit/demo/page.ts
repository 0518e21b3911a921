import { createPageEngine, type PageEngine } from '../../../engine/choice/page-engine.ts';
import { visitMemory } from '../../../engine/choice/visit-memory.ts';
import { createScheduler, type Scheduler } from '../../../engine/run/scheduler.ts';
import { tellEngineAsked } from '../wake/when-near.ts';
import { forcedEngine } from './forced-engine.ts';

/** What all demos of a page share. */
interface DemoPage {
  readonly engine: PageEngine;
  readonly scheduler: Scheduler;
}

let page: DemoPage | undefined;

/** The page's engine and animation loop, made when the first demo is used. */
export function demoPage(): DemoPage {
  if (page) return page;
  page = {
    engine: createPageEngine(
      forcedEngine(location.search).name,
      visitMemory(() => sessionStorage),
    ),
    scheduler: createScheduler(),
  };
  tellEngineAsked();
  return page;
}
