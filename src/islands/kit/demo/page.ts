import { createPageEngine, type PageEngine } from '../../../engine/choice/page-engine.ts';
import { createScheduler, type Scheduler } from '../../../engine/run/scheduler.ts';
import { forcedEngine } from './forced-engine.ts';

/** What all demos of a page share. */
export interface DemoPage {
  readonly engine: PageEngine;
  readonly scheduler: Scheduler;
}

let page: DemoPage | undefined;

/** The page's engine and animation loop, made when the first demo is used. */
export function demoPage(): DemoPage {
  page ??= {
    engine: createPageEngine(forcedEngine(location.search).name, visitMemory()),
    scheduler: createScheduler(),
  };
  return page;
}

// Reading `sessionStorage` throws where the reader has blocked storage.
function visitMemory(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
