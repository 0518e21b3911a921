/** Runs tasks one after another, in the order they came; one that fails does not keep the next from running. */
type SerialQueue = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes an empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };
}
