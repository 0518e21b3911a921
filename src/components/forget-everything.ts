import { askForEngine } from '../islands/kit/demo/asked-engine.ts';
import { forgetGuesses } from '../islands/kit/guess/guess-store.ts';
import { keyPrefix } from '../islands/kit/keep/kept-entries.ts';
import { setCalm } from '../islands/kit/wake/is-still.ts';
import { forgetReading } from './reading/kept-reading.ts';

/**
 * Forgets everything that the site keeps on the reader's device: settings, guesses, what was read, what is known of the engines here.
 * The page becomes as it is for who was never here, and raises `settings:forgotten` on the document.
 */
export function forgetEverything(): void {
  forgetGuesses();
  forgetReading();
  askForEngine('');
  setCalm(false);
  const root = document.documentElement.dataset;
  delete root['scheme'];
  delete root['keysOff'];
  // Last, because what was just forgotten may have been written down as empty.
  clear(() => localStorage);
  clear(() => sessionStorage);
  document.dispatchEvent(new Event('settings:forgotten'));
}

/** Removes the site's keys, and nobody else's, from a storage that may be blocked. */
function clear(open: () => Storage): void {
  try {
    const storage = open();
    for (const key of Object.keys(storage)) if (key.startsWith(keyPrefix)) storage.removeItem(key);
  } catch {
    // What is blocked holds nothing.
  }
}
