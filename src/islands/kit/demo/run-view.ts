import type { EngineName } from '../../../engine/engine.ts';
import type { Run, RunState } from '../../../engine/run/run.ts';

/** What the figure shows of its run. */
export interface RunView {
  readonly state: RunState;
  readonly trained: number;
  readonly engine: EngineName;
  readonly device: string | undefined;
  readonly modelStepsPerSecond: number | undefined;
  readonly notices: readonly string[];
}

/** Of a figure that nobody has touched, which shows the end of a run of so many steps. */
export const untouchedView = (steps: number): RunView => ({
  state: 'idle',
  trained: steps,
  engine: 'cpu',
  device: undefined,
  modelStepsPerSecond: undefined,
  notices: [],
});

/** Of a run as it is now; what it does not know yet is as before. */
export function viewOf<Reading>(run: Run<Reading>, before: RunView): RunView {
  return {
    state: run.state,
    trained: run.records.at(-1)?.step ?? 0,
    engine: run.engine?.name ?? before.engine,
    device: run.engine?.device ?? before.device,
    modelStepsPerSecond: run.modelStepsPerSecond,
    notices: run.failure ? [...run.notices, run.failure] : run.notices,
  };
}
