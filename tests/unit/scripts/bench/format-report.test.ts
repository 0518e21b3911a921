import { describe, expect, it } from 'vitest';
import { formatReport } from '../../../../scripts/bench/format-report.ts';
import type { Report, TrainingResult } from '../../../../scripts/bench/report.ts';

const digits: TrainingResult = {
  network: '64-64-64-10',
  contender: 'webgl',
  members: 8,
  modelStepsPerSecond: 4321.4,
  timings: [4321.4],
  steps: 500,
  dispatchesPerStep: 8,
  threadMicroseconds: 0.0123,
};
const plane: TrainingResult = {
  ...digits,
  network: '2-16-16-2',
  modelStepsPerSecond: 71.234,
  gridMilliseconds: 12.345,
};
const layers: TrainingResult = { ...plane, contender: 'layers-webgl', members: 1, modelStepsPerSecond: 60 };

const report: Report = {
  environment: {
    date: '2026-01-02T03:04:05.000Z',
    browser: 'Chromium 1',
    graphics: 'software',
    processor: 'Some processor',
    cores: 4,
    load: [0.1, 2],
    seconds: 1,
    seeds: 'own',
  },
  training: [digits, plane, layers],
  starts: [{ contender: 'webgl', firstStepMilliseconds: 512.3, device: 'Some GPU' }],
  scripts: [{ contender: 'webgl', brotliBytes: 95_049, build: 'dist' }],
  planMicroseconds: 2.5,
  studies: [{ study: 'ablation', engine: 'webgl', seconds: 12.34, threadShare: 0.051 }],
  failures: [{ contender: 'webgpu', what: 'cold start', reason: 'no adapter' }],
};

/** The lines below a title, up to the next blank one. */
function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(title));
  expect(start).toBeGreaterThanOrEqual(0);
  return lines.slice(start + 2, lines.indexOf('', start) < 0 ? undefined : lines.indexOf('', start));
}

describe('the report of the bench', () => {
  it('puts speeds in a table of contenders and members, with a dash where nothing was measured', () => {
    expect(section(formatReport(report), '2-16-16-2: training')).toEqual([
      'members              1     8',
      'webgl engine         -  71.2',
      'tfjs-layers, WebGL  60     -',
    ]);
    expect(section(formatReport(report), '64-64-64-10: training')).toEqual([
      'members           8',
      'webgl engine  4,321',
    ]);
  });

  it('shows cold starts, kilobytes and what each contender ran on', () => {
    expect(section(formatReport(report), 'Cold start')[1]).toMatch(/^webgl engine\s+512\s+95\.0\s+dist\s+Some GPU$/);
  });

  it('shows what random choices cost alone, and how long studies took and the page worked', () => {
    expect(section(formatReport(report), 'Random choices')[0]).toBe('2.5 microseconds for one step of one model');
    expect(section(formatReport(report), 'Studies')).toEqual([
      "          webgl, s  page's share, %",
      'ablation      12.3              5.1',
    ]);
  });

  it('shows every target, measured or not, and what failed', () => {
    const targets = section(formatReport(report), 'Targets');
    expect(targets).toHaveLength(14);
    expect(targets.join('\n')).toMatch(/webgl, worst case.*8 +met/);
    expect(section(formatReport(report), 'Not measured')[0]).toMatch(/^webgpu +cold start: no adapter$/);
    expect(formatReport({ ...report, failures: [] })).not.toContain('Not measured\n');
  });

  it('warns of figures from a busy machine', () => {
    expect(formatReport(report)).not.toContain('busy');
    const busy = { ...report.environment, load: [3, 3] as const };
    expect(formatReport({ ...report, environment: busy })).toContain('busy');
  });
});
