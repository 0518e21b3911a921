import { globSync } from 'node:fs';
import { test as base, expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import { expectSome } from '../expect-some.ts';

/** Where the two builds are served, without the last slash: at a host's root, and below a path. See `serve-sites.ts`. */
export const rootSite = (): string => served('ROOT_SITE');
export const baseSite = (): string => served('BASE_SITE');

function served(name: string): string {
  const address = process.env[name];
  if (address === undefined) throw new Error(`${name} is not set: the tests run by \`npm run test:site\`.`);
  return address.replace(/\/$/, '');
}

/** Every article of the built site, and every translation of one. */
export const articles = expectSome(globSync('dist/articles/*/index.html'), 'articles').map(pageOf).sort();
export const translations = globSync('dist/*/articles/*/index.html').map(pageOf).sort();

/** Address of a page, by its file. */
function pageOf(file: string): string {
  return file.replaceAll('\\', '/').replace(/^dist|index\.html$/g, '');
}

/** Every page of the built site, the one for who is lost too. */
export const pages = expectSome(globSync('dist/**/*.html'), 'pages').map(pageOf).sort();

/** The article that holds the figure of ERM and mixup and the figure of mixed digits. */
export const article = '/articles/training-with-mixup/';

/** Every test's page: it fails the test on any console error, script error, CSP violation or request to another host. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`request to ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await use(page);
    for (const session of sessions.get(page)?.splice(0) ?? []) await session.detach().catch(() => undefined);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** The root element of a demo. */
export function demoOf(page: Page, name: string): Locator {
  return page.locator(`[data-demo="${name}"]`);
}

/** The names of all demos of a page. */
export async function demoNames(page: Page): Promise<string[]> {
  return page.locator('[data-demo]').evaluateAll((demos) => demos.map((demo) => demo.getAttribute('data-demo') ?? ''));
}

/** Waits until a demo's island is awake: Svelte has taken over its markup. */
export async function awake(page: Page, name: string): Promise<Locator> {
  const demo = demoOf(page, name);
  // Not Playwright's way, which waits for two frames of the page: a browser with nothing to draw may make none.
  await demo.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  // A page that has only just arrived may not listen yet.
  await expect(async () => {
    await demo.dispatchEvent('pointerover');
    await expect(page.locator(`astro-island:has([data-demo="${name}"])`)).not.toHaveAttribute('ssr', /.*/, {
      timeout: 5000,
    });
  }).toPass({ timeout: 60_000 });
  return demo;
}

/** Opens the sheet of a demo's dock, which holds what is seldom set, tables, and the link. */
export async function more(demo: Locator): Promise<void> {
  const button = demo.getByRole('button', { name: 'More', exact: true });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/** Opens the settings of the site. */
export async function openSettings(page: Page): Promise<void> {
  const settings = page.locator('site-settings details');
  if (!(await settings.evaluate((element: HTMLDetailsElement) => element.open)))
    await settings.locator('summary').click();
}

/** The sessions that {@link devTools} has opened. */
const sessions = new WeakMap<Page, CDPSession[]>();

/** Speaks to the browser's own tools. What is set there, such as a slow network, ends with the test: the next one gets the same page. */
export async function devTools(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  sessions.set(page, [...(sessions.get(page) ?? []), session]);
  return session;
}

/** From the next page on, sheets, scripts and typefaces come as late as to a reader who was never here; pages of tests share them. */
export async function asNewReader(page: Page): Promise<void> {
  const session = await devTools(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

/** What the browser tells of content that moved. */
type LayoutShift = PerformanceEntry & {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly }[];
};

/** Records, from the next page on, everything that moves without the reader's doing, on a first visit. */
export async function recordShifts(page: Page): Promise<void> {
  await asNewReader(page);
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        // Zero as browsers' tools report it: to three decimals.
        if (hadRecentInput || value < 0.0005) continue;
        // A paragraph that is read while it still arrives was nowhere before.
        if (sources.every(({ previousRect }) => previousRect.height === 0)) continue;
        const moved = sources.map(({ node }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          return `${element?.closest('figure')?.id ?? ''} ${element?.outerHTML ?? ''}`;
        });
        shifts.push(`${value.toFixed(4)}: ${moved.map((html) => html.slice(0, 120)).join(' and ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved since, and by how much. */
export async function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

/** Scrolls to the end of the page as a hasty reader does, who sees all of it. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 0.8 * innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
}

/** Waits for a demo to come to a state; training in software takes its time on a busy machine. */
export async function reaches(demo: Locator, state: string | RegExp, timeout = 110_000): Promise<void> {
  await expect(demo).toHaveAttribute('data-state', state, { timeout });
}

/** The address of the figure of ERM and mixup with some settings. */
export function figureAddress(settings: Record<string, string | number>, engine?: string): string {
  const query = Object.entries(settings).map(([key, value]) => `erm-vs-mixup.${key}=${value}`);
  return `${article}?${['v=1', ...query, ...(engine ? [`engine=${engine}`] : [])].join('&')}#erm-vs-mixup`;
}

/** The table twin of a figure's curves: one array of numbers for each row. */
export async function scoreTable(demo: Locator): Promise<number[][]> {
  await more(demo);
  const details = demo.locator('details').filter({ hasText: 'Losses and test errors over the steps' });
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').click();
  // A folded table is brought up to date after it opens.
  await expect(details.locator('tbody tr').last().locator('th, td').first()).toHaveText(
    Number(await demo.getAttribute('data-step')).toLocaleString('en-US'),
  );
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        Array.from(row.querySelectorAll('td, th'), (cell) =>
          Number(cell.textContent.replace(/,/g, '').replace('−', '-')),
        ),
      ),
    );
  return expectSome(rows, 'rows of the table of scores');
}

/** The two decision surfaces as they are drawn. */
export async function surfaces(demo: Locator): Promise<string[]> {
  const drawn = await demo
    .locator('.surfaces section')
    .evaluateAll((sections) =>
      sections.map((section) =>
        Array.from(section.querySelectorAll('.answers path'), (path) => path.getAttribute('d')).join('|'),
      ),
    );
  return expectSome(drawn, 'decision surfaces');
}
