import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { messageOf } from '../../src/core/error-message.ts';
import { engineLabels, type EngineName } from '../../src/engine/engine.ts';
import { memberCountsOf, networkNames, type BenchSettings } from './bench-settings.ts';
import type { Graphics } from '../chromium.mjs';
import { buildPages, servePages } from './build-pages.ts';
import { chooseGraphics } from './choose-graphics.ts';
import { ContenderPage } from './contender-page.ts';
import { contenderInfo, type ContenderInfo, type PageName } from './contenders.ts';
import { launchBrowser } from './launch-browser.ts';
import { measureCase } from './measure-case.ts';
import { measurePlan } from './measure-plan.ts';
import { measureScripts } from './measure-scripts.ts';
import { measureStart } from './measure-start.ts';
import { measureStudies } from './measure-studies.ts';
import { createProblem } from './problems.ts';
import type { Failure, Report, StartResult, StudyResult, TrainingResult } from './report.ts';

/** What to run, and where to tell how far it is. */
export interface BenchOptions {
  readonly contenders: readonly ContenderInfo[];
  readonly settings: BenchSettings;
  /** Whether the studies of the built site are run, too. */
  readonly studies: boolean;
  /** What draws; nothing if this machine's card is to be found. */
  readonly graphics?: Graphics;
  readonly log: (progress: string) => void;
}

/** Builds the pages, starts the browsers, measures everything and cleans up. */
export async function runBench({ contenders, settings, log, ...options }: BenchOptions): Promise<Report> {
  const failures: Failure[] = [];
  const note = (contender: ContenderInfo['name'], what: string, error: unknown): void => {
    const reason = firstLine(error);
    failures.push({ contender, what, reason });
    log(`${contender}, ${what}: ${reason}`);
  };
  const load = loadavg()[0] as number;
  const graphics = options.graphics ?? (await chooseGraphics(log));
  log('building the pages');
  await buildPages([...new Set(contenders.map(({ page }) => page))]);
  const server = await servePages();
  try {
    const starts: StartResult[] = [];
    const first = await createProblem('2-16-16-2', 1, settings.seeds);
    for (const contender of contenders) {
      log(`cold start: ${contender.label}`);
      try {
        starts.push(await measureStart(contender, server.urlOf(contender.page), first, graphics, settings.repeats));
      } catch (error) {
        note(contender.name, 'cold start', error);
      }
    }
    const able = contenders.filter(({ name }) => starts.some(({ contender }) => contender === name));
    const browser = await launchBrowser(graphics);
    try {
      const training = await measureTraining(browser, able, settings, server.urlOf, note, log);
      return {
        environment: {
          date: new Date().toISOString(),
          browser: `Chromium ${browser.version()}`,
          graphics,
          processor: cpus()[0]?.model ?? 'unknown processor',
          cores: availableParallelism(),
          load: [load, loadavg()[0] as number],
          seconds: settings.seconds,
          seeds: settings.seeds,
        },
        training,
        starts,
        scripts: await measureScripts(contenders),
        planMicroseconds: measurePlan(settings.repeats),
        studies: options.studies ? await runStudies(contenders, graphics, failures, log) : [],
        failures,
      };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/** The site's studies on those of the contenders that are its engines. */
async function runStudies(
  contenders: readonly ContenderInfo[],
  graphics: Graphics,
  failures: Failure[],
  log: (progress: string) => void,
): Promise<readonly StudyResult[]> {
  const engines = contenders.map(({ name }) => name).filter((name): name is EngineName => name in engineLabels);
  const result = await measureStudies(engines, graphics, log);
  failures.push(...result.failures);
  return result.studies;
}

/** What went wrong in the page, without the trace through its bundle. */
function firstLine(error: unknown): string {
  const message = messageOf(error);
  return (message.split('\n')[0] as string).replace(/^page\.evaluate: (Error: )?/, '');
}

async function measureTraining(
  browser: Browser,
  contenders: readonly ContenderInfo[],
  settings: BenchSettings,
  urlOf: (page: PageName) => string,
  note: (contender: ContenderInfo['name'], what: string, error: unknown) => void,
  log: (progress: string) => void,
): Promise<TrainingResult[]> {
  const first = await createProblem('2-16-16-2', 1, settings.seeds);
  const pages = new Map<ContenderInfo['name'], ContenderPage>();
  const open = async ({ name, page }: ContenderInfo): Promise<void> => {
    const opened = await ContenderPage.open(browser, name, urlOf(page));
    await opened.openContender(first);
    await opened.disposeTraining();
    pages.set(name, opened);
  };
  for (const contender of contenders) await open(contender);

  const results: TrainingResult[] = [];
  for (const network of networkNames) {
    for (const members of settings.memberCounts) {
      log(`${network}, ${members} ${members === 1 ? 'member' : 'members'}`);
      const taking = contenders.filter((contender) => memberCountsOf(contender, settings).includes(members));
      const atHand = taking.map(({ name }) => pages.get(name)).filter((page) => page !== undefined);
      const onFailure = async (page: ContenderPage, error: unknown): Promise<void> => {
        note(page.name, `${network}, ${members} members`, error);
        pages.delete(page.name);
        await page.close();
        // What failed may have left the page hung or its device lost: the next case gets a fresh one.
        await open(contenderInfo(page.name)).catch((cause: unknown) => note(page.name, 'fresh page', cause));
      };
      results.push(
        ...(await measureCase(
          network,
          await createProblem(network, members, settings.seeds),
          atHand,
          settings,
          onFailure,
        )),
      );
    }
  }
  return results;
}
