// Before the first paint: what only a script can bring back, or show in time, is hidden only where one runs.
document.documentElement.dataset.scripts = '';
// A page that is come back to, or opened at a place in it, has to be as long as it is from the start.
if (!location.hash && performance.getEntriesByType('navigation')[0]?.type === 'navigate')
  document.documentElement.dataset.opensAtTop = '';
try {
  const scheme = localStorage.getItem('mixup.color-scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  if (localStorage.getItem('mixup.calm') === 'true') document.documentElement.dataset.calm = '';
  if (localStorage.getItem('mixup.keys') === 'off') document.documentElement.dataset.keysOff = '';
} catch {
  // Storage may be blocked: the system decides.
}
