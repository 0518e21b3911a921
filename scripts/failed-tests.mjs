import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * The tests that failed in a JSON report of Vitest or Playwright, each with what was wrong.
 *
 * @param {string} file
 * @returns {string[]}
 */
export function failedTests(file) {
  if (!existsSync(file)) return [];
  const { testResults, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const found = testResults ? ofVitest(testResults) : (suites ?? []).flatMap(ofPlaywright);
  return found.map(([name, message]) => `${name}\n${stripVTControlCharacters(message).slice(0, 2000)}`);
}

/**
 * @param {{ message?: string, name: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} files
 * @returns {[string, string][]}
 */
function ofVitest(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that could not be loaded has a message and no tests.
    if (failed.length === 0) return message ? [[name, message]] : [];
    return failed.map(({ fullName, failureMessages }) => [fullName, failureMessages.join('\n')]);
  });
}

/**
 * @typedef {{ file: string, title: string, ok: boolean, tests: { results: { errors: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @param {Suite} suite
 * @returns {[string, string][]}
 */
function ofPlaywright({ specs, suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
      return /** @type {[string, string]} */ ([`${file}: ${title}`, errors.map(({ message }) => message).join('\n')]);
    });
  return [...own, ...suites.flatMap(ofPlaywright)];
}
