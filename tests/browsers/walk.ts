import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import iris from '../../content/results/tabular-iris.json' with { type: 'json' };
import { brokenSite } from './broken-page.ts';
import { drive, type Driver } from './driver.ts';
import { serveRecording, type Served } from './serve-recording.ts';
import type { Wire } from './wire.ts';

const site = 'dist';
const narrow = 360;
const wide = 1280;

/**
 * A reader's walk over every page of the built site and every demo on it, in one browser.
 *
 * @param browser its name
 * @param start starts it, or nothing where it isn't installed
 */
export function walk(browser: string, start: (() => Promise<Wire>) | undefined): void {
  if (!start) console.log(`${browser} is not installed here, so that nothing is tested in it; see CONTRIBUTING.md.`);
  describe.skipIf(!start)(browser, () => {
    let wire: Wire;
    let served: Served;
    let driver: Driver;
    beforeAll(async () => {
      if (!start) return;
      wire = await start();
      served = await serveRecording(site);
      driver = drive(wire, served.origin);
    }, 120_000);
    afterAll(async () => {
      if (!start) return;
      await wire.close();
      await served.close();
    });

    test('what goes wrong in a page is seen', async () => {
      const folder = brokenSite();
      const broken = await serveRecording(folder);
      const reader = drive(wire, broken.origin);
      await reader.open('/', narrow);
      const faults = await faultsOf(reader, broken);
      const kinds = [
        /^console: said to the console$/,
        /^promise: Error: nobody waits for this$/,
        /^script: .*thrown by a script/,
        /^policy: script-src\S* inline$/,
        /^not loaded: <img src="\/no-such-picture.png"/,
        /^not there: \/no-such-picture.png$/,
        /^40 px too wide at 360 px$/,
      ];
      for (const kind of kinds) expect(faults).toContainEqual(expect.stringMatching(kind));
      expect(faults.filter((fault) => !kinds.some((kind) => kind.test(fault)))).toEqual([]);
      await broken.close();
      rmSync(folder, { recursive: true });
    });

    test('a run on the CPU ends with the bits that Node computed in advance', async () => {
      const demo = '[data-demo="tabular-data"]';
      await driver.open(
        '/articles/tabular-data/?v=1&engine=cpu&tabular-data.seeds=32&tabular-data.data=iris#tabular-data',
        narrow,
      );
      await driver.hover(demo);
      await driver.until('it is done', async () => (await driver.attribute(demo, 'data-state')) === 'done', 200);
      await driver.click(`${demo} .more`);
      await driver.click(`${demo} .figure-table summary`);
      expect(await driver.text(`${demo} .fingerprint`)).toContain(iris.fingerprint);
    });

    for (const page of pagesOf(site))
      test(`${page}: demos wake, run on the CPU and give their link, and nothing goes wrong`, async () => {
        await driver.open(`${page}?engine=cpu`, narrow);
        // Figures that ask a question first answer it now; the first press may come before the page listens.
        const asking = '[data-guess]:not([data-state="shown"]) [data-just-show]';
        const press = (): Promise<void> => driver.click(asking);
        for (let asked = await driver.count(asking); asked > 0; asked = await driver.count(asking)) {
          const isFewer = async (): Promise<boolean> => (await driver.count(asking)) < asked;
          await insist(driver, 'a guess is shown', press, isFewer);
        }
        const faults: string[] = [];
        const demos = await driver.attributes('[data-demo]', 'data-demo');
        expect(demos).toEqual(demosOf(page));
        for (const demo of demos)
          await tryDemo(driver, demo).catch((error: unknown) => faults.push(`${demo}: ${String(error)}`));
        faults.push(...(await faultsOf(driver, served)));
        // As one text, which a report shows whole.
        expect(faults.join('\n')).toBe('');
      });
  });
}

/** What went wrong in the open page, what it asked its server for in vain, and whether it can be scrolled sideways. */
async function faultsOf(driver: Driver, served: Served): Promise<string[]> {
  const wider: string[] = [];
  for (const width of [narrow, wide]) {
    await driver.resize(width);
    const overflow = await driver.overflow();
    if (overflow > 0) wider.push(`${overflow} px too wide at ${width} px`);
  }
  return [...(await driver.errors()), ...served.missing().map((address) => `not there: ${address}`), ...wider];
}

/** Wakes a demo, has it do what it is there for, and copies its link. */
async function tryDemo(driver: Driver, name: string): Promise<void> {
  const demo = `[data-demo="${name}"]`;
  const stateOf = (): Promise<string | undefined> => driver.attribute(demo, 'data-state');
  const stepOf = async (): Promise<number> => Number(await driver.attribute(demo, 'data-step'));
  const isAwake = async (): Promise<boolean> => (await driver.count(`astro-island[ssr] ${demo}`)) === 0;
  // Also one that is awake already, by an answer elsewhere in the page: runs go on only in view.
  await driver.hover(demo);
  await insist(driver, 'it is awake', () => driver.hover(demo), isAwake);

  const first = await stepOf();
  const isUsed = async (): Promise<boolean> => (await stateOf()) !== 'idle';
  await insist(driver, 'it is used', () => use(driver, demo), isUsed, 60);
  const answers = async (): Promise<boolean> => {
    const state = await stateOf();
    if (state === 'failed') throw new Error(`It failed: ${await driver.text(`${demo} .notices`)}`);
    if (state !== 'running') return state === 'paused' || state === 'done';
    // Some studies measure only at their end, which a busy machine takes long to reach.
    const step = await stepOf();
    return step > 0 && step !== first;
  };
  await driver.until('it answers', answers, 200);
  const isAtRest = async (): Promise<boolean> => (await stateOf()) !== 'running';
  await insist(driver, 'it pauses', () => driver.click(`${demo} .primary`), isAtRest, 60);
  const notices = await driver.text(`${demo} .notices`);
  if (notices) throw new Error(`It has to say: ${notices}`);
  const engine = await driver.attribute(demo, 'data-engine');
  if (engine !== undefined && engine !== 'cpu') throw new Error(`It runs on ${engine}.`);

  if ((await driver.count(`${demo} footer button`, 'Copy link')) === 0) return;
  const before = (await driver.told()).length;
  const copy = async (): Promise<void> => {
    // What lies over the page closes when the page moves on below it, which may come after it was opened.
    if ((await driver.count(`${demo} .more[aria-expanded="false"]`)) > 0) await driver.click(`${demo} .more`);
    await driver.click(`${demo} footer button`, 'Copy link');
  };
  const isCopied = async (): Promise<boolean> => (await driver.told()).slice(before).includes('Copied.');
  await insist(driver, 'its link is copied', copy, isCopied, 60);
}

/**
 * Does something, and again every few seconds until it has had its effect, as a reader does: on a busy machine a page may not
 * listen yet, or move away below the pointer.
 */
async function insist(
  driver: Driver,
  sentence: string,
  act: () => Promise<void>,
  hasWorked: () => Promise<boolean>,
  seconds = 30,
): Promise<void> {
  let next = 0;
  let failure = '';
  const holds = async (): Promise<boolean> => {
    if (performance.now() >= next && !(await hasWorked())) {
      // What was to be pressed may have gone because an earlier press came late.
      await act().then(
        () => (failure = ''),
        (error: unknown) => (failure = String(error)),
      );
      next = performance.now() + 5000;
    }
    return hasWorked();
  };
  await driver.until(sentence, holds, seconds).catch((error: unknown) => {
    throw new Error(`${String(error)} ${failure}`);
  });
}

/** Has a demo do what it is there for: presses its main button, else chooses what isn't chosen, moves a slider or presses any. */
async function use(driver: Driver, demo: string): Promise<void> {
  const seldom = ':not(.more, .sheet *, footer *, details *)';
  const presses = async (button: string): Promise<boolean> => {
    const there = (await driver.count(`${demo} ${button}${seldom}`)) > 0;
    if (there) await driver.click(`${demo} ${button}${seldom}`);
    return there;
  };
  for (const button of ['.primary', '[aria-pressed="false"]', '[aria-selected="false"]'])
    if (await presses(button)) return;
  const slider = `${demo} input[type="range"]${seldom}`;
  if ((await driver.count(slider)) > 0) {
    await driver.press('ArrowRight', slider);
    // One that stands at its end moves only back.
    return driver.press('ArrowLeft', slider);
  }
  await presses('button');
}

/** The paths of all pages: one for each file of HTML. */
function pagesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  if (files.length === 0) throw new Error(`${folder} holds no pages.`);
  return files
    .map(
      (file) =>
        `/${file
          .split(path.sep)
          .join('/')
          .replace(/(^|\/)index\.html$/, '$1')}`,
    )
    .sort();
}

/** The demos that the file of a page holds. */
function demosOf(page: string): string[] {
  const file = path.join(site, page.endsWith('/') ? `${page}index.html` : page);
  return [...readFileSync(file, 'utf8').matchAll(/<[^>]* data-demo="([^"]*)"/g)].map(([, name]) => name as string);
}
