import { chromium, type Browser } from 'playwright';
import { chromiumArguments, chromiumPath } from '../chromium.mjs';

/** What draws: a software renderer, the same everywhere, or this machine's GPU. */
export type Renderers = 'software' | 'hardware';

const choosesSoftware = /swiftshader|--use-gl=/;

/** Starts a headless Chromium. */
export async function launchBrowser(renderers: Renderers): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium was found: install one, or set CHROMIUM_PATH, or run `npx playwright install chromium`.',
    );
  }
  const args =
    renderers === 'software'
      ? chromiumArguments
      : [
          ...chromiumArguments.filter((argument) => !choosesSoftware.test(argument)),
          '--ignore-gpu-blocklist',
          '--use-angle=default',
        ];
  return chromium.launch({ executablePath, args });
}
