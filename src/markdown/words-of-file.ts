import type { VFile } from 'vfile';
import { wordsOfLanguage } from '../words/language-file.ts';
import { numberWords } from '../words/number-words.ts';
import { pageWords } from '../words/page-words.ts';
import { articleId, translationOf } from './article-id.ts';

/** The words that an article's page is made with, while its text is read. */
export interface WordsOfFile {
  /** Code of the language, where it is not English. */
  readonly language: string | undefined;
  readonly pages: Readonly<Record<keyof typeof pageWords, string>>;
  readonly numbers: Readonly<Record<keyof typeof numberWords, string>>;
}

/**
 * The words for the language of an article, which the folder of its file names.
 *
 * @param root the folder of the project
 */
export function wordsOfFile(root: string): (file: VFile) => WordsOfFile {
  return ({ path }) => {
    const [, name = ''] = /content\/articles\/(.*)$/.exec(path.replaceAll('\\', '/')) ?? [];
    const language = translationOf(articleId(name))?.language;
    const tables = language === undefined ? {} : wordsOfLanguage(root, language);
    return {
      language,
      pages: { ...pageWords, ...tables['pages'] },
      numbers: { ...numberWords, ...tables['numbers'] },
    };
  };
}
