import type { Plan, Planner } from '../../core/training/plan.ts';
import type { TrainOptions, TrainReport } from '../engine.ts';
import type { DispatchSize, Pace } from './pace.ts';
import type { TrainingDispatcher } from './training-dispatcher.ts';
import type { WebgpuContext } from './webgpu-context.ts';

/** A dispatch that was queued. */
interface Queued {
  readonly size: DispatchSize;
  /** Steps that all members have trained when it is done, if it is the last of its plan. */
  readonly completes: number | undefined;
  readonly queuedAt: number;
  /** Resolves with the time at which the GPU was done, in milliseconds. */
  readonly done: Promise<number>;
}

/** Trains along a plan: one dispatch runs while the next one's plan is made and queued. */
export class TrainingLoop {
  /** Steps queued so far; the GPU does them in order, so whatever is read back afterwards has them. */
  step = 0;
  readonly #context: WebgpuContext;
  readonly #planner: Planner;
  readonly #dispatcher: TrainingDispatcher;
  readonly #pace: Pace;
  readonly #members: number;
  #lastDoneAt = 0;

  constructor(context: WebgpuContext, planner: Planner, dispatcher: TrainingDispatcher, pace: Pace, members: number) {
    this.#context = context;
    this.#planner = planner;
    this.#dispatcher = dispatcher;
    this.#pace = pace;
    this.#members = members;
  }

  /** See `TrainingEnsemble.train`. */
  async train(steps: number, { signal, onProgress }: TrainOptions): Promise<TrainReport> {
    const startedAt = performance.now();
    const last = this.step + steps;
    let running: Queued | undefined;
    const finish = async (): Promise<void> => {
      if (!running) return;
      await this.#finish(running);
      if (running.completes) onProgress?.(running.completes);
    };
    while (this.step < last && !signal?.aborted) {
      const size = this.#pace.next(last - this.step);
      const plan = this.#planner.make(this.step, size.steps);
      this.#context.guard.check();
      this.#dispatcher.upload(plan);
      this.step += plan.steps;
      for (let member = 0; member < this.#members; member += size.members) {
        const next = this.#queue(plan, member, Math.min(size.members, this.#members - member));
        await finish();
        running = next;
      }
    }
    await finish();
    if (this.step < last) signal?.throwIfAborted();
    return { steps, milliseconds: performance.now() - startedAt };
  }

  #queue(plan: Plan, firstMember: number, members: number): Queued {
    this.#dispatcher.train(plan, firstMember, members);
    const queuedAt = performance.now();
    const done = this.#context.guard
      .wait(this.#context.device.queue.onSubmittedWorkDone())
      .then(() => performance.now());
    // Whoever waits for it hears of a failure; until then it is not an unhandled one.
    done.catch(() => undefined);
    const isLast = firstMember + members === this.#members;
    return {
      size: { steps: plan.steps, members },
      completes: isLast ? plan.firstStep + plan.steps : undefined,
      queuedAt,
      done,
    };
  }

  async #finish({ size, queuedAt, done }: Queued): Promise<void> {
    const doneAt = await done;
    this.#pace.learn(size, doneAt - Math.max(queuedAt, this.#lastDoneAt));
    this.#lastDoneAt = doneAt;
  }
}
