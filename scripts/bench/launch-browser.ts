import { chromium, type Browser } from 'playwright';
import { argumentsFor, chromiumPath, type Graphics } from '../chromium.mjs';

/** Starts a headless Chromium in which something draws. */
export async function launchBrowser(graphics: Graphics): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium was found: install one, or set CHROMIUM_PATH, or run `npx playwright install chromium`.',
    );
  }
  return chromium.launch({ executablePath, args: argumentsFor(graphics) });
}
