import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { versionOf, versionTag, type SiteRecord } from '../../offline/site-record.ts';

/** What begins the names of the site's caches, apart from those of other sites on the same host. */
export const cachePrefix = 'mixup-live';
/** Pages that are kept before anybody has visited them: where to begin, and what words mean. */
const first = ['', 'glossary/'];
/** Measuring a machine while files are kept would measure that. */
const unkept = ['bench/'];
/** Folders of files that scripts fetch by names which they put together: a file is known by the last part of its name. */
const fetchedByName = ['data/', 'pictures/'];
/** What fetches the index of the search fetches the pictures of results too. */
const searchIndex = 'search/passages.json';

const hashOf = (...texts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 12);
};

/**
 * Reads off a built site what each of its pages may ask for, as far as it can: files are known by their names in pages, scripts and
 * sheets. Writes into each page which version of it this is.
 *
 * @param folder where the site was built
 * @param base the path it is made for, with both slashes
 */
export function recordSite(folder: string, base: string): SiteRecord {
  const all = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  // Films are many times what a page is, and browsers ask for them piece by piece.
  const kept = all.filter((file) => /^(_astro|data|pictures|search)\/(?!.*\.(mp4|webm)$)/.test(file));
  const names = new NamesOfFiles(kept, base);
  const needs = kept.map((file) =>
    /\.(js|css)$|^_astro\/.*\.json$/.test(file) ? names.inScript(read(file), extname(file)) : [],
  );
  const pages: Record<string, readonly [string, readonly number[]]> = {};
  const changing: string[] = [];
  for (const file of all) {
    if (file.endsWith('.html')) {
      const html = read(file);
      const bare = html.replace(versionTag(versionOf(html) ?? ''), versionTag(''));
      const version = hashOf(bare);
      writeFileSync(join(folder, file), bare.replace(versionTag(''), versionTag(version)));
      const page = file.replace(/index\.html$/, '');
      if (!page.endsWith('.html') && !unkept.includes(page)) pages[encodeURI(page)] = [version, names.inPage(html)];
    } else if (kept.includes(file) && !file.startsWith('_astro/'))
      changing.push(file, hashOf(readFileSync(join(folder, file))));
  }
  const record = { prefix: cachePrefix, base, files: kept.map(encodeURI), needs, pages };
  return {
    ...record,
    version: hashOf(JSON.stringify([record, changing])),
    first: first.filter((page) => page in pages),
  };
}

/** Finds the names of built files in texts. */
class NamesOfFiles {
  readonly #base: string;
  readonly #files: readonly string[];
  /** Files named after their content, whose names are told by their last part. */
  readonly #hashed = new Map<string, number>();
  readonly #byName = new Map<number, RegExp>();
  readonly #ofSearch: readonly number[];

  constructor(files: readonly string[], base: string) {
    this.#base = base;
    this.#files = files;
    for (const [k, file] of files.entries()) {
      if (file.startsWith('_astro/')) this.#hashed.set(basename(file), k);
      if (!fetchedByName.some((folder) => file.startsWith(folder))) continue;
      const name = basename(file, extname(file)).replaceAll('.', '\\.');
      this.#byName.set(k, new RegExp(`(?:["'\`]|&quot;)${name}(?:\\${extname(file)})?(?:["'\`]|&quot;)`));
    }
    this.#ofSearch = files.flatMap((file, k) => (file.startsWith('search/') ? [k] : []));
  }

  /** @param ending of the script's or sheet's own file */
  inScript(text: string, ending: string): number[] {
    const found = [...text.matchAll(/[\w@~.-]+\.\w+/g)].flatMap(([name]) => this.#hashed.get(name) ?? []);
    // Sheets name typefaces for every character there is; pages name those that they use.
    if (ending === '.css') return unique(found.filter((k) => !this.#files[k]?.endsWith('.woff2')));
    return unique([...found, ...this.#named(text), ...(text.includes(searchIndex) ? this.#ofSearch : [])]);
  }

  inPage(html: string): number[] {
    const addresses = html.matchAll(new RegExp(`${this.#base}((?:_astro|pictures)/[\\w@~./%-]+)`, 'g'));
    const asked = new Set(Array.from(addresses, ([, file = '']) => decodeURI(file)));
    return unique([...this.#files.flatMap((file, k) => (asked.has(file) ? [k] : [])), ...this.#named(html)]);
  }

  #named(text: string): number[] {
    return [...this.#byName].flatMap(([k, pattern]) => (pattern.test(text) ? [k] : []));
  }
}

const unique = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b);
