/** Runs asynchronous tasks one after another, in the order they came; a task that fails does not stop the next. */
type SerialQueue = <T>(task: () => Promise<T>) => Promise<T>;

/** Opens an empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
