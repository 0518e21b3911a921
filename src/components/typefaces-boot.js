// Before the first paint: on a slow line the text comes first, in a typeface of the reader's own, and keeps it; the site's typefaces
// come behind the page, for the next.
{
  const line = navigator.connection;
  /** Megabits a second from which the typefaces cost less than a tenth of a second. */
  const quick = 3;
  let areKept = false;
  try {
    areKept = localStorage.getItem('mixup.typefaces') === 'kept';
  } catch {
    // Storage may be blocked: the line decides.
  }
  if (line && !areKept && (line.saveData || line.downlink < quick)) {
    const root = document.documentElement;
    root.dataset.typefaces = 'later';
    if (!line.saveData)
      addEventListener('load', async () => {
        const style = getComputedStyle(root);
        // Behind the first name of each stand those that replace it, which not every machine has.
        const [serif, sans] = ['serif', 'sans'].map(
          (kind) => style.getPropertyValue(`--font-${kind}-latin`).split(',')[0],
        );
        const faces = [`1rem ${serif}`, `italic 1rem ${serif}`, `1rem ${sans}`];
        try {
          await Promise.all(faces.map((face) => document.fonts.load(face)));
          localStorage.setItem('mixup.typefaces', 'kept');
        } catch {
          // The next page asks again.
        }
      });
  }
}
