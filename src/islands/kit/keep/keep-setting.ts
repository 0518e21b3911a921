import { keyPrefix } from './kept-entries.ts';

/**
 * Keeps a setting of the site on the reader's device. What is kept is read before the first paint, by `settings-boot.js`.
 *
 * @param name after the prefix that all keys of the site have
 */
export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(`${keyPrefix}${name}`, value);
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
}
