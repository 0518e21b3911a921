// Before the first paint: an unanswered guess hides what came out only where a script can show it.
document.documentElement.dataset.scripts = '';
try {
  const scheme = localStorage.getItem('color-scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  if (localStorage.getItem('calm') === 'true') document.documentElement.dataset.calm = '';
} catch {
  // Storage may be blocked: the system decides.
}
