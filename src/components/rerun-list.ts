import { bakedRerun } from '../islands/kit/baked/baked-rerun.ts';
import type {
  OwnShapeSetup,
  RerunParameters,
  RerunSetup,
  ResultRows,
  ResultsEntry,
  ResultsSetup,
} from '../islands/kit/rerun/rerun-setup.ts';
import { shownRows } from '../islands/kit/rerun/shown-rows.ts';

type Setup = RerunSetup<RerunParameters, string>;

/** A re-run on the page of results. */
export interface Rerun extends ResultsEntry {
  /** Its figure, as an address below the site's base; missing where no published article shows it. */
  readonly where: string | undefined;
  /** Missing where the figure has a shape of its own. */
  readonly rows?: () => ResultRows;
}

/** What a setup or results of its own exports: one of them by a name that ends in `Setup`, and what else its room needs. */
export type SetupModule = Readonly<Record<string, Setup | OwnShapeSetup<RerunParameters, string> | ResultsSetup>>;

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
        ...rowsIn(setup),
      }));
  });
}

/** The rooms of the figures that an article shows. */
const figuresOf = (body: string): string[] =>
  [...body.matchAll(/<([A-Z]\w*)/g)].map(([, name = '']) =>
    name.replace(/(?<=[a-z])[A-Z]/g, (capital) => `-${capital}`).toLowerCase(),
  );

function rowsIn(setup: Setup | OwnShapeSetup<RerunParameters, string> | ResultsSetup): Pick<Rerun, 'rows'> {
  if ('resultRows' in setup) return { rows: setup.resultRows };
  return setup.ownShape ? {} : { rows: () => rowsOf(setup) };
}

function rowsOf(setup: Setup): ResultRows {
  const { columns, repeats } = setup;
  const summaries = bakedRerun(setup);
  return { columns, groups: shownRows(setup, summaries), seeds: summaries[0]?.seeds, ...(repeats && { repeats }) };
}
