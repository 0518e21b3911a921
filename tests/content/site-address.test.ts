import { describe, expect, test } from 'vitest';
import { basePath, below, reportAddress, siteOrigin } from '../../src/site.ts';

describe('SITE_URL', () => {
  test('is an origin; a slash at its end does not matter', () => {
    expect(siteOrigin('https://mixup.example.org')).toBe('https://mixup.example.org');
    expect(siteOrigin('http://localhost:8080/')).toBe('http://localhost:8080');
  });

  test('may be left out, and then nothing is made up', () => {
    expect(siteOrigin(undefined)).toBeUndefined();
    expect(siteOrigin('')).toBeUndefined();
  });

  test('that has a path is refused, and BASE_PATH is named', () => {
    expect(() => siteOrigin('https://example.org/mixup/')).toThrow(/BASE_PATH/);
  });

  test.each(['mixup.example.org', 'ftp://example.org', 'https//x', 'javascript:alert(1)'])('"%s" is refused', (value) => {
    expect(() => siteOrigin(value)).toThrow(/SITE_URL: expected .*came/);
  });
});

describe('BASE_PATH', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['mixup', '/mixup/'],
    ['/mixup', '/mixup/'],
    ['/blogs/mixup/', '/blogs/mixup/'],
  ])('%s becomes %s', (value, path) => {
    expect(basePath(value)).toBe(path);
  });

  test.each(['https://example.org/', '/a b/', '//', '/mixup/?x=1'])('"%s" is refused', (value) => {
    expect(() => basePath(value)).toThrow(/BASE_PATH: expected a path such as \/mixup\//);
  });

  test('goes before every path of the site', () => {
    expect(below('/mixup/', '/about/')).toBe('/mixup/about/');
    expect(below('/', '/about/')).toBe('/about/');
    expect(() => below('/', 'about/')).toThrow(/root-relative/);
  });
});

describe('REPORT_URL', () => {
  test('may be left out: then there is no link', () => {
    expect(reportAddress(undefined, 'Alpha')).toBeUndefined();
    expect(reportAddress('', 'Alpha')).toBeUndefined();
  });

  test('begins a report with what it is about, in a tracker and in mail', () => {
    const asked = new URL(reportAddress('https://example.org/new?labels=text', 'What is α & λ?') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toEqual({ labels: 'text', title: 'Mistake in “What is α & λ?”' });
    expect(reportAddress('mailto:us@example.org', 'A b')).toBe('mailto:us@example.org?subject=Mistake%20in%20%E2%80%9CA%20b%E2%80%9D');
  });

  test.each(['example.org', 'javascript:alert(1)', 'us@example.org'])('"%s" is refused', (value) => {
    expect(() => reportAddress(value, 'Alpha')).toThrow(/REPORT_URL: expected .*came/);
  });
});
