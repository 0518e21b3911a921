import { bakedRerun } from '../islands/kit/baked/baked-rerun.ts';
import type { OwnShapeSetup, RerunParameters, RerunSetup, ResultsEntry } from '../islands/kit/rerun/rerun-setup.ts';
import type { ConditionSummary } from '../studies/summarize-study.ts';

type Setup = RerunSetup<RerunParameters, string>;

/** What is drawn of a re-run: the part of its setup that shapes rows, and what was computed in advance. */
type Rows = Pick<Setup, 'conditions' | 'look' | 'columns' | 'repeats'> & {
  readonly summaries: readonly ConditionSummary<string>[];
};

/** A re-run on the page of results. */
export interface Rerun extends ResultsEntry {
  /** Its figure, as an address below the site's base; missing where no published article shows it. */
  readonly where: string | undefined;
  /** Missing where the figure has a shape of its own. */
  readonly rows?: () => Rows;
}

/** What a setup exports: one of them by a name that ends in `Setup`, and what else its room needs. */
export type SetupModule = Readonly<Record<string, Setup | OwnShapeSetup<RerunParameters, string>>>;

/**
 * The re-runs that have results, in the order of their rooms.
 *
 * @param modules exports of `setup.ts`, by the name of their room
 * @param articles published ones, with their text
 * @param baked names of all files of results
 */
export function rerunList(
  modules: ReadonlyMap<string, SetupModule>,
  articles: readonly { readonly id: string; readonly body?: string | undefined }[],
  baked: readonly string[],
): Rerun[] {
  return [...modules].flatMap(([room, exports]) => {
    const article = articles.find(({ body = '' }) => figuresOf(body).includes(room));
    const own = Object.entries(exports).filter(([name]) => name.endsWith('Setup'));
    return own
      .map(([, setup]) => setup)
      .filter(({ results }) => results.files.every((file) => baked.includes(file)))
      .map((setup): Rerun => ({
        ...setup.results,
        where: article && `/articles/${article.id}/#${room}`,
        ...(!setup.ownShape && { rows: () => rowsOf(setup) }),
      }));
  });
}

/** The rooms of the figures that an article shows. */
const figuresOf = (body: string): string[] =>
  [...body.matchAll(/<([A-Z]\w*)/g)].map(([, name = '']) =>
    name.replace(/(?<=[a-z])[A-Z]/g, (capital) => `-${capital}`).toLowerCase(),
  );

function rowsOf(setup: Setup): Rows {
  const { conditions, columns, repeats } = setup;
  return {
    conditions,
    look: (condition) => setup.look(condition),
    columns,
    ...(repeats && { repeats }),
    summaries: bakedRerun(setup),
  };
}
