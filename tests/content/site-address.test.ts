import { describe, expect, test } from 'vitest';
import { basePath, below, siteOrigin } from '../../src/site.ts';

describe('SITE_URL', () => {
  test('is an origin; a slash at its end does not matter', () => {
    expect(siteOrigin('https://mixup.example.org')).toBe('https://mixup.example.org');
    expect(siteOrigin('http://localhost:8080/')).toBe('http://localhost:8080');
  });

  test('may be left out', () => {
    expect(siteOrigin(undefined)).toBe('https://example.org');
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
