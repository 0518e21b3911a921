import { slug } from 'github-slugger';

/**
 * What the address of an article ends in: its file's name in lower case, with hyphens for spaces.
 *
 * @param name of the file, from the folder of articles
 */
export const articleId = (name: string): string =>
  name
    .replace(/\.mdx$/, '')
    .split(/[\\/]/)
    .map((piece) => slug(piece))
    .join('/');
