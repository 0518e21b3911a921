/** Browsers limit how often a page may rewrite its address. */
const restMs = 300;

/**
 * Rewrites the page's query when nothing has changed for a moment. The address is replaced, not pushed, so that Back leaves the page.
 *
 * @param rewrite makes the new query from the present one
 * @returns the way to call it off
 */
export function replaceQuery(rewrite: (search: string) => string): () => void {
  // Read now, so that an effect depends on everything it reads.
  rewrite('');
  const timer = setTimeout(() => {
    const query = rewrite(location.search);
    if (query !== location.search)
      history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  }, restMs);
  return () => clearTimeout(timer);
}
