import type { ContenderInfo } from './contenders.ts';
import { ContenderPage } from './contender-page.ts';
import type { Graphics } from '../chromium.mjs';
import { launchBrowser } from './launch-browser.ts';
import { median } from '../../src/core/statistics/median.ts';
import type { Problem } from './page/bench-page.ts';
import type { StartResult } from './report.ts';

/**
 * Times cold starts: each in a browser started for it, so that no script and no shader is cached.
 *
 * @param repeats how many browsers to start
 */
export async function measureStart(
  { name }: ContenderInfo,
  url: string,
  problem: Problem,
  graphics: Graphics,
  repeats: number,
): Promise<StartResult> {
  const times: number[] = [];
  let device = '';
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const browser = await launchBrowser(graphics);
    try {
      const page = await ContenderPage.open(browser, name, url);
      const first = await page.openContender(problem);
      times.push(first.milliseconds);
      device = first.device;
    } finally {
      await browser.close();
    }
  }
  return { contender: name, firstStepMilliseconds: median(times), device };
}
