/**
 * Runs in a tested page before anything of its own and keeps what goes wrong there in `window.faults`, because not every
 * browser shows that to a driver, and in `window.told` what is told to readers for a moment, which a driver may miss on a busy
 * machine. It is sent as text: it may use what pages have, and nothing else.
 */
export function recordFaults(): void {
  const faults: string[] = [];
  const told: string[] = [];
  Object.assign(window, { faults, told });
  addEventListener(
    'error',
    ({ message, filename, target }) => {
      if (!(target instanceof Element)) faults.push(`script: ${message} (${filename})`);
      // Firefox says that preloading failed where a module is there already.
      else if (target.getAttribute('rel') !== 'modulepreload') faults.push(`not loaded: ${target.outerHTML}`);
    },
    // What fails to load says so to its own element alone.
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`promise: ${String(reason)}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.push(`policy: ${violatedDirective} ${blockedURI}`),
  );
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const status = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]');
      if (status?.textContent) told.push(status.textContent.trim());
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  const { error } = console;
  console.error = (...words: unknown[]) => {
    faults.push(`console: ${words.map(String).join(' ')}`);
    error(...words);
  };
}
