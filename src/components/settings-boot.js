// Before the first paint: what only a script can bring back, or show in time, is hidden only where one runs.
document.documentElement.dataset.scripts = '';
try {
  const scheme = localStorage.getItem('color-scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  if (localStorage.getItem('calm') === 'true') document.documentElement.dataset.calm = '';
} catch {
  // Storage may be blocked: the system decides.
}
