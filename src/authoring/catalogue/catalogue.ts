import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBakedStudy, bakedPaths } from '../../islands/kit/baked/read-baked.ts';
import { contentIndex } from '../../markdown/content-index.ts';
import { ownFileRules } from '../../markdown/own-files.ts';
import { paperTables } from '../../paper/paper-tables.ts';
import { articleFields, translationFields } from '../article-fields.ts';
import { helpOf, type FieldHelp } from '../fields.ts';
import { libraries } from '../library.ts';
import { rulesInWords } from '../writing-rules.ts';
import { catalogueFigures, type CatalogueFigure } from './figures.ts';

/** All that authors may name, as the page for authors lists it. */
export interface Catalogue {
  readonly frontMatter: readonly FieldHelp[];
  /** Fields that only a translation has. */
  readonly translation: readonly FieldHelp[];
  readonly rules: readonly string[];
  /** What pictures and films have to be. */
  readonly ownFiles: readonly string[];
  readonly figures: readonly CatalogueFigure[];
  /** Experiments with numbers that `<Result>` may name. */
  readonly results: readonly {
    readonly experiment: string;
    /** What `of` may be. */
    readonly paths: readonly string[];
    /** What `at` may be. */
    readonly steps: readonly number[];
  }[];
  /** Tables of the paper, and what `of` of `<PaperNumber>` may be. */
  readonly paper: readonly {
    readonly id: string;
    readonly place: string;
    readonly title: string;
    readonly paths: readonly string[];
  }[];
  /** Lists beside the articles: their files, the component that names their keys, what an entry holds, and the keys there are. */
  readonly lists: readonly {
    readonly file: string;
    readonly tag: string;
    readonly fields: readonly FieldHelp[];
    readonly keys: readonly string[];
  }[];
  readonly guesses: readonly string[];
  /** A file of guesses, as an example. */
  readonly guessFile: string;
}

/**
 * Reads all that authors may name from where it is defined.
 *
 * @param root the folder of the project
 */
export async function catalogue(root: string): Promise<Catalogue> {
  const { experiments, results, works, terms, guesses } = contentIndex(root);
  const list = (
    tag: string,
    { file, fields }: (typeof libraries)['bibliography' | 'glossary'],
    entries: readonly { id: string }[],
  ) => ({
    file,
    tag,
    fields: helpOf(fields),
    keys: entries.map(({ id }) => id).sort(),
  });
  const ofArticles = helpOf(articleFields).map(({ name }) => name);
  return {
    frontMatter: helpOf(articleFields),
    // What is missing is told beside the original, which knows its edition.
    translation: helpOf(translationFields)
      .filter(({ name }) => !ofArticles.includes(name))
      .map((one) => ({ ...one, isRequired: true })),
    rules: rulesInWords(),
    ownFiles: ownFileRules(),
    figures: await catalogueFigures(root),
    results: experiments()
      .map((experiment) => {
        const file = results(experiment);
        const steps = isBakedStudy(file.content) ? file.content.steps : [];
        return { experiment, paths: bakedPaths(file), steps };
      })
      .filter(({ paths }) => paths.length > 0),
    paper: paperTables.map(({ id, place, title, rows, columns }) => ({
      id,
      place,
      title,
      paths: rows.flatMap((row) =>
        columns
          .filter(({ decimals }, k) => decimals !== undefined && typeof row.cells[k] === 'number')
          .map(({ key }) => `${row.key}.${key}`),
      ),
    })),
    lists: [list('Cite', libraries.bibliography, works()), list('Term', libraries.glossary, terms())],
    guesses: guesses().sort(),
    guessFile: shortestGuesses(root),
  };
}

/** The shortest file whose guess a figure answers and a run decides. */
const shortestGuesses = (root: string): string =>
  globSync('src/components/guesses/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .filter((text) => /^ +figure: '/m.test(text) && text.includes('writtenResult('))
    .reduce((least, text) => (text.length < least.length ? text : least));
