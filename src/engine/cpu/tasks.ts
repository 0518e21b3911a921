import type { Ensemble } from '../../core/training/ensemble.ts';
import { stateFields } from '../state-fields.ts';
import type { Arena } from './arena.ts';
import { createCpuTrainer, needsSeldom, type CpuTrainer } from './cpu-trainer.ts';
import type { KernelKind } from './kernels.ts';
import type { countPoints, mixRows } from './mix.ts';

/** What a worker can be asked to do itself. Ensembles are named by numbers from 1 on, which the pool gives them. */
interface WorkerTasks {
  /** The loops it works with. */
  greet(): KernelKind;
  /** Bytes the worker now holds for the ensemble. */
  prepare(id: number, ensemble: Ensemble): Promise<number>;
  release(id: number): void;
  mixRows(...request: Parameters<typeof mixRows>): Promise<Float32Array>;
  countPoints(...request: Parameters<typeof countPoints>): Promise<Float32Array>;
}

/** All that a worker can be asked: itself, or one of its ensembles. */
export type Tasks = WorkerTasks & Pick<CpuTrainer, 'train' | 'evaluate' | 'inputGradients' | 'snapshot' | 'restore'>;

type Answer = Awaited<ReturnType<Tasks[keyof Tasks]>>;

/** The first message to a worker: the loops it must work with, if not the best it can. */
export interface WorkerSettings {
  readonly kernels: KernelKind | undefined;
}

/** A task on its way to a worker. */
export interface TaskMessage {
  readonly ticket: number;
  /** The number of the ensemble, or game, that is asked; 0 for the worker itself. */
  readonly of: number;
  readonly task: string;
  readonly values: readonly unknown[];
}

/** Its answer, or why there is none. */
export type AnswerMessage =
  { readonly ticket: number; readonly answer: unknown } | { readonly ticket: number; readonly error: Error };

/** What a worker's script does with a message: computes the answer and says which buffers to move rather than copy. It never rejects. */
export type TaskServer = (message: TaskMessage) => Promise<{
  readonly message: AnswerMessage;
  readonly transfer: ArrayBuffer[];
}>;

/** The inside of a worker, whatever kind of worker it is: holds its share of every ensemble. */
export function createTaskServer(arena: Arena): TaskServer {
  const trainers = new Map<number, CpuTrainer>();
  const own: WorkerTasks = {
    greet: () => arena.kind,
    async prepare(id, ensemble) {
      const trainer = createCpuTrainer(
        arena,
        ensemble,
        needsSeldom(ensemble) ? await loadSeldom() : undefined,
        ensemble.network.convolutions && (await import('./convolutions.ts')),
      );
      trainers.set(id, trainer);
      return trainer.bytes;
    },
    release(id) {
      trainers.get(id)?.dispose();
      trainers.delete(id);
    },
    mixRows: async (...request) => (await loadSeldom()).mixRows(...request),
    countPoints: async (...request) => (await loadSeldom()).countPoints(...request),
  };

  return serveTasks(
    (of) => trainers.get(of) ?? own,
    (answer) => buffersOf(answer as Answer),
  );
}

/**
 * Answers messages: asks an object for the task that they name.
 *
 * @param asked the object of a number, whose methods are tasks
 * @param buffers of an answer that are moved rather than copied
 */
export function serveTasks(asked: (of: number) => object, buffers: (answer: unknown) => ArrayBuffer[]): TaskServer {
  return async ({ ticket, of, task, values }) => {
    try {
      const methods = asked(of) as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;
      const answer = await (methods[task] as (...values: readonly unknown[]) => unknown)(...values);
      return { message: { ticket, answer }, transfer: buffers(answer) };
    } catch (error) {
      // A message carries an error with its stack, but nothing else that was thrown.
      return { message: { ticket, error: error instanceof Error ? error : new Error(String(error)) }, transfer: [] };
    }
  };
}

const loadSeldom = () => import('./seldom.ts');

function buffersOf(answer: Answer): ArrayBuffer[] {
  if (typeof answer !== 'object') return [];
  if (answer instanceof Float32Array) return [answer.buffer as ArrayBuffer];
  return stateFields.map((field) => answer[field].buffer as ArrayBuffer);
}
