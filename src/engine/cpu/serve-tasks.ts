import { messageOf } from '../../core/error-message.ts';
import type { Snapshot } from '../engine.ts';
import { createCpuTrainer, type CpuTrainer } from './cpu-trainer.ts';
import { countPoints, mixRows } from './mix.ts';
import type { AnswerMessage, Answers, Task, TaskMessage } from './protocol.ts';

/** What a worker's script does with a message: computes the answer and says which buffers to move rather than copy. */
type TaskServer = (message: TaskMessage) => {
  readonly message: AnswerMessage;
  readonly transfer: ArrayBuffer[];
};

/** The inside of a worker, whatever kind of worker it is: holds its share of every ensemble. */
export function createTaskServer(): TaskServer {
  const trainers = new Map<number, CpuTrainer>();
  const trainer = (id: number): CpuTrainer => {
    const known = trainers.get(id);
    if (known === undefined) throw new Error(`ensemble ${id} was never prepared in this worker`);
    return known;
  };

  const answer = (task: Task): Answers[keyof Answers] => {
    switch (task.kind) {
      case 'greet':
        return null;
      case 'prepare': {
        const created = createCpuTrainer(task.ensemble);
        trainers.set(task.id, created);
        return created.bytes;
      }
      case 'train':
        trainer(task.id).train(task.steps);
        return null;
      case 'evaluate':
        return trainer(task.id).evaluate(task.points);
      case 'inputGradients':
        return trainer(task.id).inputGradients(task.points, task.labels);
      case 'snapshot':
        return trainer(task.id).snapshot();
      case 'restore':
        trainer(task.id).restore(task.snapshot);
        return null;
      case 'release':
        trainers.delete(task.id);
        return null;
      case 'mix':
        return mixRows(task.request);
      case 'countOnGrid':
        return countPoints(task.request, task.labels, task.grid);
    }
  };

  return ({ ticket, task }) => {
    try {
      const result = answer(task);
      return { message: { ticket, answer: result }, transfer: buffersOf(result) };
    } catch (error) {
      // A message carries an error with its stack, but nothing else that was thrown.
      return { message: { ticket, error: error instanceof Error ? error : new Error(messageOf(error)) }, transfer: [] };
    }
  };
}

function buffersOf(result: Answers[keyof Answers]): ArrayBuffer[] {
  if (result === null || typeof result === 'number') return [];
  if (result instanceof Float32Array) return [result.buffer as ArrayBuffer];
  const { parameters, firstMoments, secondMoments }: Snapshot = result;
  return [parameters, firstMoments, secondMoments].map((values) => values.buffer as ArrayBuffer);
}
