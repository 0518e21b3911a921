/** How long is waited in Safari, which has no idle callbacks. */
const waitInMs = 500;

/** Calls once the page has loaded and has nothing else to do. */
export function whenIdle(call: () => void): void {
  const wait = (): void => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(call);
    else setTimeout(call, waitInMs);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
