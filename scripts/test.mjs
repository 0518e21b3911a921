import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildIfStale } from './build-if-stale.mjs';
import { checkFolder } from './check-folder.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureOtherBrowsers } from './ensure-other-browsers.mjs';
import { install, tryNpmAside } from './install.mjs';
import { orEnd } from './or-end.mjs';
import { troubledTests } from './troubled-tests.mjs';

// `npm test`: from a fresh clone to one verdict. Types, lint, unit, content, browser and built-site tests; all run even
// when another fails. Plain JavaScript without dependencies, like `start.mjs`.

const reports = '.cache/test-reports';

/**
 * @typedef {{ name: string, script: string, report?: string, mayBeSkipped?: boolean, isHeard?: boolean } & Partial<Outcome>} Stage
 * @typedef {{ seconds: number, passed: number, failed: number, skipped: number }} Outcome
 */

/** @type {Stage} */
const lint = { name: 'lint', script: 'lint' };
/** @type {Stage} */
const types = { name: 'types', script: 'check' };
/** @type {Stage} */
const unit = { name: 'unit and content', script: 'test:unit', report: 'unit.json' };
/** @type {Stage} */
const gpu = { name: 'browser', script: 'test:gpu', report: 'gpu.json', isHeard: true };
/** @type {Stage} */
const siteBelowPath = { name: 'site below a path', script: 'pretest:site' };
/** @type {Stage} */
const site = { name: 'built site', script: 'test:site', report: 'site.json', isHeard: true };
/** @type {Stage} */
const otherBrowsers = { name: 'other browsers', script: 'test:browsers', report: 'browsers.json', mayBeSkipped: true };
const stages = [lint, siteBelowPath, types, unit, gpu, site, otherBrowsers];

await orEnd(() => checkFolder(process.cwd()));
await install();
ensureChromium();
ensureOtherBrowsers();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// Lint reads what a build makes of the content's types. The site below a path is built beside it; the check of types, which
// writes where builds do, waits.
buildIfStale({ folder: 'dist', base: '/' });

// On two cores: a software GPU works on one of them for the most part, and what needs no browser has the other. Tests of the
// site wait for their pages now and then; the other browsers walk meanwhile.
await Promise.all([inTurn(lint, unit), inTurn(siteBelowPath, types), inTurn(gpu)]);
await Promise.all([inTurn(site), inTurn(otherBrowsers)]);

// Once more at the end, where nothing printed after it hides it.
for (const { name, report } of stages) {
  const { failed, retried } = troubledTests(`${reports}/${report ?? 'none'}`);
  for (const test of retried) console.log(`\nPASSED ONLY AT THE SECOND TRY in ${name}: ${test}`);
  for (const test of failed) console.log(`\nFAILED in ${name}: ${test}`);
}

console.log('');
for (const { name, seconds, passed, failed, skipped } of stages)
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} in ${seconds} s`);
const total = (/** @type {keyof Outcome} */ key) => stages.reduce((sum, stage) => sum + (stage[key] ?? 0), 0);
const verdict = `${total('passed')} passed, ${total('failed')} failed`;
writeFileSync('.cache/verdict', `${verdict}\n`);
console.log(verdict);
process.exit(total('failed') === 0 ? 0 : 1);

/**
 * Runs stages one after the other. What a stage prints is held back to its end, unless it is the one of those side by side that
 * is heard at once.
 *
 * @param {Stage[]} stages
 */
async function inTurn(...stages) {
  for (const stage of stages) {
    const { name, script, isHeard } = stage;
    const title = `\n== ${name} (npm run ${script})`;
    if (isHeard) console.log(title);
    const start = Date.now();
    const { status, output } = await tryNpmAside(...callOf(stage), isHeard);
    if (!isHeard) console.log(`${title}\n${output}`);
    finish(stage, start, status);
  }
}

/**
 * @param {Stage} stage
 * @returns {[string[], Record<string, string>]} arguments of npm, and the environment
 */
function callOf({ script, report }) {
  // What tests of the site look at is built by then: two stages side by side must not build it anew.
  const alone = script.startsWith('test:') ? ['--ignore-scripts'] : [];
  return [['run', '--silent', ...alone, script], { TEST_REPORT: report ? `${reports}/${report}` : '' }];
}

/**
 * @param {Stage} stage
 * @param {number} start when it started, in milliseconds
 * @param {number} status
 */
function finish(stage, start, status) {
  Object.assign(stage, { seconds: Math.round((Date.now() - start) / 1000), ...count(stage, status) });
}

/**
 * Counts the tests of one stage by its JSON report, made by Vitest or Playwright. A stage that failed without a failed
 * test, ran none or left no report counts as one failure.
 *
 * @param {Stage} stage
 * @param {number} status its exit status
 */
function count({ report, mayBeSkipped }, status) {
  if (!report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  const file = `${reports}/${report}`;
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, stats } = JSON.parse(readFileSync(file, 'utf8'));
  const passed = stats ? stats.expected + stats.flaky : numPassedTests;
  const failed = stats ? stats.unexpected : numFailedTests;
  const skipped = stats ? stats.skipped : numPendingTests;
  const ranNone = passed === 0 && !(mayBeSkipped && skipped > 0);
  return { passed, failed: failed === 0 && (status !== 0 || ranNone) ? 1 : failed, skipped };
}
