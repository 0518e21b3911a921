import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ name: string, message: string, passed: boolean }} Troubled */

/**
 * The tests that failed in a JSON report of Vitest or Playwright, each with what was wrong: for good, and once before they passed.
 *
 * @param {string} file
 * @returns {{ failed: string[], retried: string[] }}
 */
export function troubledTests(file) {
  if (!existsSync(file)) return { failed: [], retried: [] };
  const { testResults, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const found = testResults ? ofVitest(testResults) : (suites ?? []).flatMap(ofPlaywright);
  const told = (/** @type {boolean} */ passed) =>
    found
      .filter((/** @type {Troubled} */ test) => test.passed === passed)
      .map(
        (/** @type {Troubled} */ { name, message }) => `${name}\n${stripVTControlCharacters(message).slice(0, 2000)}`,
      );
  return { failed: told(false), retried: told(true) };
}

/**
 * @param {{ message?: string, name: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} files
 * @returns {Troubled[]}
 */
function ofVitest(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    // A file that could not be loaded has a message and no tests.
    const unread = message && !assertionResults.some(({ status }) => status === 'failed');
    return [
      ...(unread ? [{ name, message, passed: false }] : []),
      ...assertionResults
        .filter(({ failureMessages }) => failureMessages.length > 0)
        .map(({ status, fullName, failureMessages }) => ({
          name: fullName,
          message: failureMessages.join('\n'),
          passed: status === 'passed',
        })),
    ];
  });
}

/**
 * @typedef {{ file: string, title: string, ok: boolean, tests: { results: { errors: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @param {Suite} suite
 * @returns {Troubled[]}
 */
function ofPlaywright({ specs, suites = [] }) {
  const own = specs.flatMap(({ file, title, ok, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
    if (ok && errors.length === 0) return [];
    return [{ name: `${file}: ${title}`, message: errors.map(({ message }) => message).join('\n'), passed: ok }];
  });
  return [...own, ...suites.flatMap(ofPlaywright)];
}
