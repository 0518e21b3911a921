/**
 * Calls once when enough of each of some elements is in view at the same time.
 *
 * @param share of each element that has to be in view, from 0 to 1
 * @returns the way to stop waiting
 */
export function whenAllSeen(elements: Iterable<Element>, share: number, call: () => void): () => void {
  const waitedFor = [...elements];
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio >= share) seen.add(target);
        else seen.delete(target);
      }
      if (seen.size < waitedFor.length) return;
      observer.disconnect();
      call();
    },
    { threshold: share },
  );
  for (const element of waitedFor) observer.observe(element);
  return () => observer.disconnect();
}
