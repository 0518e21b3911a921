import type { cpuOnly } from '../../engine/choice/cpu-only.ts';
import type * as Pages from '../kit/demo/page.ts';
import type * as Runs from '../../engine/run/run.ts';

/** What a run needs that starts by itself. */
interface OwnRun {
  readonly runs: typeof Runs;
  readonly scheduler: ReturnType<(typeof Pages)['demoPage']>['scheduler'];
  readonly own: Awaited<ReturnType<typeof cpuOnly>>;
}

/** Loads a CPU engine that no other run uses; nothing where that cannot be done, which nobody has asked for. */
export async function loadOwnEngine(): Promise<OwnRun | undefined> {
  try {
    const [runs, { demoPage }, own] = await Promise.all([
      import('../../engine/run/run.ts'),
      import('../kit/demo/page.ts'),
      import('../../engine/choice/cpu-only.ts').then((module) => module.cpuOnly()),
    ]);
    return { runs, scheduler: demoPage().scheduler, own };
  } catch {
    return undefined;
  }
}
