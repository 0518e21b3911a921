import type { Engine, TrainingEnsemble } from '../../../../src/engine/engine.ts';

/** What another object is, with some of it replaced. Methods keep the object they belong to. */
function replaced<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  return new Proxy(whole, {
    get(target, key) {
      if (key in parts) return parts[key as keyof Whole];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** An engine that trains no further than to a step, however far it is asked to: experiments of a fixed length end there. */
export function hurried(engine: Engine, lastStep: number): Engine {
  return replaced(engine, {
    prepare: async (ensemble): Promise<TrainingEnsemble> => {
      const training = await engine.prepare(ensemble);
      return replaced(training, {
        train: (steps, options) => training.train(Math.min(steps, lastStep - training.step), options),
      });
    },
  });
}
