import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvPath, paperTables } from '../paper/paper-tables.ts';
import type { Work } from './remark-citations.ts';
import type { Term } from './remark-terms.ts';

/**
 * What an article may refer to, read from the content folders. Each function reads anew, so that `astro dev` sees what an author
 * has just added.
 *
 * @param root the folder of the project
 */
export function contentIndex(root: string) {
  return {
    works: () => read<Work>(join(root, 'content/bibliography/references.json')),
    terms: () => read<Term>(join(root, 'content/glossary/terms.json')),
    pages: () => [
      ...articlePaths(join(root, 'content/articles')),
      ...pagePaths(join(root, 'src/pages')),
      ...filePaths(join(root, 'public')),
      ...paperTables.map(csvPath),
    ],
  };
}

const read = <Entry>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Entry[];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const articlePaths = (folder: string) =>
  filesBelow(folder)
    .filter((name) => /^[^_].*\.mdx$/.test(name))
    .map((name) => `/articles/${name.replace(/\.mdx$/, '')}/`);

const pagePaths = (folder: string) =>
  filesBelow(folder)
    .filter((name) => !name.includes('['))
    .map((name) => {
      const [page] = name.split(/\.(astro|ts)$/) as [string];
      if (name.endsWith('.ts')) return `/${page}`;
      return `/${page}/`.replace(/^\/index\/$/, '/').replace(/\/index\/$/, '/');
    });

const filePaths = (folder: string) => filesBelow(folder).map((name) => `/${name}`);
