/** Whether nothing may move by itself: the reader said so in the site's settings or in the system's. */
export function isStill(): boolean {
  return 'calm' in document.documentElement.dataset || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
