/** The event on the document that says that the reader has set the site to calm, or has let it move again. */
const calmSet = 'calm:set';

/** Kept once asked for: what moves asks again and again. */
let kept: MediaQueryList | undefined;
const reducedMotion = (): MediaQueryList => (kept ??= matchMedia('(prefers-reduced-motion: reduce)'));

/** Whether nothing may move by itself: the reader said so in the site's settings or in the system's. */
export function isStill(): boolean {
  return 'calm' in document.documentElement.dataset || reducedMotion().matches;
}

/** Calls back when either of the two may have changed. */
export function onStillness(call: () => void): void {
  reducedMotion().addEventListener('change', call);
  document.addEventListener(calmSet, call);
}

/** Sets the page to calm, or lets it move as far as the system allows. Style sheets ask for the attribute, scripts for {@link isStill}. */
export function setCalm(calm: boolean): void {
  if (calm) document.documentElement.dataset['calm'] = '';
  else delete document.documentElement.dataset['calm'];
  document.dispatchEvent(new Event(calmSet));
}
