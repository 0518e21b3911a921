import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBakedStudy, type BakedFile } from '../islands/kit/baked/read-baked.ts';
import { csvPath, paperTables } from '../paper/paper-tables.ts';
import { articleAddress, articleId, translationOf } from './article-id.ts';
import type { Work } from './remark-citations.ts';
import type { Term } from './remark-terms.ts';

/**
 * What an article may refer to, read from the content folders. Each function reads anew, so that `astro dev` sees what an author
 * has just added.
 *
 * @param root the folder of the project
 */
export function contentIndex(root: string) {
  const results = (experiment: string): BakedFile => ({
    experiment,
    content: JSON.parse(readFileSync(join(root, `content/results/${experiment}.json`), 'utf8')) as BakedFile['content'],
  });
  const experiments = (): string[] => namesIn(join(root, 'content/results'), '.json');
  const programs = (): string[] => readdirSync(join(root, 'content/code')).filter((name) => !name.endsWith('.json'));
  return {
    experiments,
    results,
    programs,
    guesses: () => guessEntries(join(root, 'src/components/guesses')).map(({ id }) => id),
    hiddenBy: (guess: string) =>
      guessEntries(join(root, 'src/components/guesses')).find(({ id, figure }) => id === guess && figure !== undefined),
    works: () => read<Work>(join(root, 'content/bibliography/references.json')),
    terms: (language = '') => {
      const path = join(root, `content/glossary/${language || 'terms'}.json`);
      return existsSync(path) ? read<Term>(path) : [];
    },
    pages: () => [
      ...articlePaths(join(root, 'content/articles')),
      ...pagePaths(join(root, 'src/pages')),
      ...filePaths(join(root, 'public')),
      ...paperTables.map(csvPath),
      ...programs().map((name) => `/code/${name}`),
      ...experiments()
        .filter((experiment) => isBakedStudy(results(experiment).content))
        .map((study) => `/results/${study}.csv`),
    ],
  };
}

const read = <Entry>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Entry[];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));

/** Guesses as their files define them, with the figures they hide. What came out of them is computed there, which needs the whole build. */
const guessEntries = (folder: string): { id: string; article: string; figure: string | undefined }[] =>
  namesIn(folder, '.ts').flatMap((name) => {
    const [, ...entries] = readFileSync(join(folder, `${name}.ts`), 'utf8').split(/\bid: *(?=['"][\w-]+['"])/);
    return entries.map((entry) => ({
      id: /[\w-]+/.exec(entry)?.[0] ?? '',
      article: name,
      figure: /^ *figure: *['"]([\w-]+)['"]/m.exec(entry)?.[1],
    }));
  });

/** Addresses of articles, and of the lists of translated ones. */
function articlePaths(folder: string): string[] {
  const ids = filesBelow(folder)
    .filter((name) => /(^|\/)[^_/][^/]*\.mdx$/.test(name))
    .map(articleId);
  const languages = new Set(ids.flatMap((id) => translationOf(id)?.language ?? []));
  return [...ids.map(articleAddress), ...Array.from(languages, (language) => `/${language}/articles/`)];
}

const pagePaths = (folder: string) =>
  filesBelow(folder)
    .filter((name) => !name.includes('['))
    .map((name) => {
      const [page] = name.split(/\.(astro|ts)$/) as [string];
      if (name.endsWith('.ts')) return `/${page}`;
      return `/${page}/`.replace(/^\/index\/$/, '/').replace(/\/index\/$/, '/');
    });

const filePaths = (folder: string) => filesBelow(folder).map((name) => `/${name}`);
