import { onPageKey } from '../page-keys.ts';

/** Follows the links to the neighbors of an article by the keys that they name. */
export function turnByKeys(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.previous-next a'))
    onPageKey(link.getAttribute('aria-keyshortcuts') ?? '', () => link.click());
}
