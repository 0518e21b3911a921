/** Work is cut into tasks of about this long: a reader's press waits 50 ms at most, and one piece of work may run over. */
const taskMs = 20;

/** Gives the page a turn if the present task has taken long enough; to be awaited between two pieces of work. */
export type Breathe = () => Promise<void>;

/** Makes what long work on the page's thread awaits between its pieces, so that the page answers meanwhile. */
export function createBreathe(): Breathe {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < taskMs) return;
    await nextTurn();
    began = performance.now();
  };
}

// A message: frames stop and timers slow down in hidden tabs.
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
