import { slug } from 'github-slugger';

/**
 * What the address of an article ends in: its file's name in lower case, with hyphens for spaces. Translations lie in folders that are
 * named after their language.
 *
 * @param name of the file, from the folder of articles
 */
export const articleId = (name: string): string =>
  name
    .replace(/\.mdx$/, '')
    .split(/[\\/]/)
    .map((piece) => slug(piece))
    .join('/');

/** The code of the language that an article is translated into, and the id of its original; nothing for an original. */
export function translationOf(id: string): { language: string; original: string } | undefined {
  const [, language, original] = /^([a-z]{2}(?:-[a-z]{2})?)\/(.+)$/.exec(id) ?? [];
  return language === undefined || original === undefined ? undefined : { language, original };
}

/** Root-relative path of an article: `/articles/gans/`, and in German `/de/articles/gans/`. */
export function articleAddress(id: string): string {
  const translation = translationOf(id);
  return translation ? `/${translation.language}/articles/${translation.original}/` : `/articles/${id}/`;
}
