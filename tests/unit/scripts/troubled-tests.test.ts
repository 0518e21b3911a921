import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { troubledTests } from '../../../scripts/troubled-tests.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test('a failed test of Playwright is named with its file and its error, without colors; one that passed at the second try apart from it', () => {
  const spec = (title: string, ok: boolean, errors: object[]): object => ({
    file: 'pages.spec.ts',
    title,
    ok,
    tests: [{ results: [{ errors }] }],
  });
  const file = written({
    suites: [
      {
        specs: [spec('good', true, []), spec('late', true, [{ message: 'it was slow' }])],
        suites: [{ specs: [spec('bad', false, [{ message: '\u001b[31mit moved\u001b[39m' }])] }],
      },
    ],
  });
  expect(troubledTests(file)).toEqual({
    failed: ['pages.spec.ts: bad\nit moved'],
    retried: ['pages.spec.ts: late\nit was slow'],
  });
});

test('a failed test of Vitest is named with its error, and so is a file that could not be loaded', () => {
  const file = written({
    testResults: [
      {
        name: 'a.test.ts',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'good', failureMessages: [] },
          { status: 'passed', fullName: 'late', failureMessages: ['it was slow'] },
          { status: 'failed', fullName: 'bad', failureMessages: ['expected 1 to be 2'] },
        ],
      },
      { name: 'b.test.ts', message: 'no such module', assertionResults: [] },
    ],
  });
  expect(troubledTests(file)).toEqual({
    failed: ['bad\nexpected 1 to be 2', 'b.test.ts\nno such module'],
    retried: ['late\nit was slow'],
  });
});

test('a stage that left no report names nothing', () => {
  expect(troubledTests(join(folder, 'none.json'))).toEqual({ failed: [], retried: [] });
});
