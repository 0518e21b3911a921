/**
 * Tells which section of a page is being read: the last whose heading has come into the upper quarter of the window, or has left it
 * above. Tells at once, and whenever it changes.
 *
 * @param ids of the headings, in the order of the page
 * @param tell called with the id of the section; undefined before the first
 */
export function watchSections(ids: readonly string[], tell: (id: string | undefined) => void): void {
  const begun = new Set<string>();
  // As far up as pages go: a jump over several sections is seen as well.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) begun.add(target.id);
        else begun.delete(target.id);
      }
      tell(ids.findLast((id) => begun.has(id)));
    },
    { rootMargin: '1000000px 0px -75% 0px' },
  );
  for (const id of ids) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
}
