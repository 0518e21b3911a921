import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import type { EngineName } from '../../src/engine/engine.ts';
import { messageOf } from '../../src/core/error-message.ts';
import type { Graphics } from '../chromium.mjs';
import { serveFolder } from '../static-server.mjs';
import { threadClock } from './contender-page.ts';
import { launchBrowser } from './launch-browser.ts';
import type { Failure, StudyResult } from './report.ts';

/** A study that takes longer is not waited for, in milliseconds. */
const longestStudy = 300_000;

/** Where a figure that runs a study is published. */
interface StudyFigure {
  readonly name: string;
  /** Address of its page, without a slash at the start. */
  readonly page: string;
}

/** The figures of the built site that run a study: a room with a setup, on the first page that shows it. */
export function studyFigures(site = 'dist'): StudyFigure[] {
  const rooms = globSync('src/islands/*/setup.ts').map((file) => path.basename(path.dirname(file)));
  const pages = globSync('articles/*/index.html', { cwd: site })
    .sort()
    .map((file) => ({ page: `${path.dirname(file)}/`, html: readFileSync(path.join(site, file), 'utf8') }));
  return rooms.sort().flatMap((name) => {
    const shown = pages.find(({ html }) => html.includes(`data-demo="${name}"`));
    return shown ? [{ name, page: shown.page }] : [];
  });
}

/**
 * Runs every study of the built site as a reader does, with the settings that it starts from, and times it from the press on its
 * button until it is done.
 *
 * @throws Error where the site is not built
 */
export async function measureStudies(
  engines: readonly EngineName[],
  graphics: Graphics,
  log: (progress: string) => void,
): Promise<{ studies: StudyResult[]; failures: Failure[] }> {
  if (!existsSync('dist')) throw new Error('The studies are run on the built site: `npm run build` first.');
  const studies: StudyResult[] = [];
  const failures: Failure[] = [];
  const server = await serveFolder('dist');
  const browser = await launchBrowser(graphics);
  try {
    for (const engine of engines) {
      for (const figure of studyFigures()) {
        log(`study: ${figure.name} on ${engine}`);
        try {
          studies.push(await measureStudy(browser, server.address, figure, engine));
        } catch (error) {
          failures.push({ contender: engine, what: figure.name, reason: messageOf(error).split('\n')[0] ?? '' });
        }
      }
    }
    return { studies, failures };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureStudy(
  browser: Browser,
  site: string,
  { name, page: address }: StudyFigure,
  engine: EngineName,
): Promise<StudyResult> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site}${address}?engine=${engine}#${name}`);
    const run = page.locator(`[data-demo="${name}"]`).getByRole('button', { name: /^(Run|Train)/ });
    await run.scrollIntoViewIfNeeded();
    await run.hover();
    await page.locator(`astro-island:has([data-demo="${name}"]):not([ssr])`).waitFor();
    const thread = await threadClock(page);
    const before = await thread();
    const milliseconds = await timeToDone(page, name);
    return {
      study: name,
      engine,
      seconds: milliseconds / 1000,
      threadShare: ((await thread()) - before) / milliseconds,
    };
  } finally {
    await context.close();
  }
}

/** Presses a figure's button; resolves to the milliseconds until it is done. */
function timeToDone(page: Page, name: string): Promise<number> {
  return page.evaluate(
    ([figure, limit]) =>
      new Promise<number>((resolve, reject) => {
        const demo = document.querySelector<HTMLElement>(`[data-demo="${figure}"]`);
        const run = Array.from(demo?.querySelectorAll('button') ?? []).find((button) =>
          /^(Run|Train)/.test(button.textContent.trim()),
        );
        if (!demo || !run) {
          reject(new Error(`The figure "${figure}" has no button that runs it.`));
          return;
        }
        const start = performance.now();
        const timer = setTimeout(() => reject(new Error(`Not done within ${limit / 1000} s.`)), limit);
        new MutationObserver(() => {
          const { state } = demo.dataset;
          if (state !== 'done' && state !== 'failed') return;
          clearTimeout(timer);
          if (state === 'done') resolve(performance.now() - start);
          else reject(new Error('The run failed.'));
        }).observe(demo, { attributes: true, attributeFilter: ['data-state'] });
        run.click();
      }),
    [name, longestStudy] as const,
  );
}
