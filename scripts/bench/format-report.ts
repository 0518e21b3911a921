import { gridSide, networkNames, type NetworkName } from './bench-settings.ts';
import { contenders } from './contenders.ts';
import type { Report, TrainingResult } from './report.ts';
import { textTable } from './text-table.ts';
import { judge } from './verdicts.ts';

const missing = '-';

/** Writes a report as tables for a terminal. */
export function formatReport(report: Report): string {
  const { training, failures } = report;
  const sections = [
    header(report),
    ...networkNames.map((name) => section(`${name}: training, model-steps per second`, speedTable(name, training))),
    ...networkNames.map((name) =>
      section(`${name}: dispatches for one step of all members`, dispatchTable(name, training)),
    ),
    ...networkNames.map((name) =>
      section(`${name}: work of the page's thread, microseconds a model-step`, threadTable(name, training)),
    ),
    section(`2-16-16-2: a grid of ${gridSide} x ${gridSide} points evaluated by all members, ms`, gridTable(training)),
    section('Cold start and JavaScript', startTable(report)),
    section('Random choices alone, in TypeScript on one core', planLine(report)),
    section('Studies of the site, from the press to the end', studyTable(report)),
    section('Targets', verdictTable(training)),
    section(
      'Not measured',
      textTable(failures.map(({ contender, what, reason }) => [contender, `${what}: ${reason}`])),
    ),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function header({ environment: e }: Report): string {
  const [before, after] = e.load;
  const line = `${e.browser}, graphics: ${e.graphics}, each member's seed ${e.seeds}, ${e.processor}, ${e.cores} cores; ${e.date}`;
  const load = `Load average of the machine: ${before.toFixed(1)} before, ${after.toFixed(1)} after.`;
  return `${line}\n${load}${before > e.cores / 4 ? ' It was busy: repeat this when it is at rest.' : ''}`;
}

/** A titled table; nothing if the table is empty. */
function section(title: string, text: string): string {
  if (text === '') return '';
  return `${title}\n${'-'.repeat(title.length)}\n${text}`;
}

/** One row for each contender, one column for each number of members. */
function memberTable(results: readonly TrainingResult[], cell: (result: TrainingResult) => string): string {
  const counts = [...new Set(results.map((result) => result.members))].toSorted((a, b) => a - b);
  const rows = contenders
    .filter(({ name }) => results.some((result) => result.contender === name))
    .map(({ name, label }) => [
      label,
      ...counts.map((members) => {
        const result = results.find((r) => r.contender === name && r.members === members);
        return result ? cell(result) : missing;
      }),
    ]);
  return rows.length === 0 ? '' : textTable([['members', ...counts.map(String)], ...rows]);
}

function speedTable(name: NetworkName, training: readonly TrainingResult[]): string {
  return memberTable(
    training.filter((result) => result.network === name),
    (result) => formatNumber(result.modelStepsPerSecond),
  );
}

function dispatchTable(name: NetworkName, training: readonly TrainingResult[]): string {
  return memberTable(
    training.filter((result) => result.network === name && result.dispatchesPerStep > 0),
    (result) => formatNumber(result.dispatchesPerStep),
  );
}

function threadTable(name: NetworkName, training: readonly TrainingResult[]): string {
  return memberTable(
    training.filter((result) => result.network === name),
    (result) => formatNumber(result.threadMicroseconds),
  );
}

function gridTable(training: readonly TrainingResult[]): string {
  return memberTable(
    training.filter((result) => result.gridMilliseconds !== undefined),
    (result) => formatNumber(result.gridMilliseconds ?? NaN),
  );
}

function startTable({ starts, scripts }: Report): string {
  const rows = contenders
    .filter(({ name }) => starts.some(({ contender }) => contender === name))
    .map(({ name, label }) => {
      const start = starts.find(({ contender }) => contender === name);
      const script = scripts.find(({ contender }) => contender === name);
      return [
        label,
        start ? formatNumber(start.firstStepMilliseconds) : missing,
        script ? (script.brotliBytes / 1000).toFixed(1) : missing,
        script?.build ?? missing,
        start?.device ?? missing,
      ];
    });
  return rows.length === 0 ? '' : textTable([['', 'first step, ms', 'brotli, kB', 'build', 'runs on'], ...rows]);
}

function planLine({ planMicroseconds }: Report): string {
  return `${formatNumber(planMicroseconds)} microseconds for one step of one model`;
}

/** One row for each study, with seconds and the page's share of them for each engine. */
function studyTable({ studies }: Report): string {
  if (studies.length === 0) return '';
  const engines = [...new Set(studies.map(({ engine }) => engine))];
  const names = [...new Set(studies.map(({ study }) => study))];
  return textTable([
    ['', ...engines.flatMap((engine) => [`${engine}, s`, "page's share, %"])],
    ...names.map((name) => [
      name,
      ...engines.flatMap((engine) => {
        const result = studies.find((one) => one.study === name && one.engine === engine);
        return result ? [formatNumber(result.seconds), formatNumber(100 * result.threadShare)] : [missing, missing];
      }),
    ]),
  ]);
}

function verdictTable(training: readonly TrainingResult[]): string {
  return textTable(
    judge(training).map(({ target, measured, verdict }) => [
      target,
      measured === undefined ? missing : formatNumber(measured),
      verdict,
    ]),
  );
}

/** Three significant digits below 100, whole numbers with separators above. */
function formatNumber(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
