import { getCollection } from 'astro:content';
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
  /** Its figure, as an address below the site's base. */
  readonly where: string;
  /** Missing where the figure has a shape of its own. */
  readonly rows?: () => Rows;
}

/** What the setups of re-runs export: one of them by a name that ends in `Setup`, and what else their rooms need. */
const setups = import.meta.glob<Record<string, Setup | OwnShapeSetup<RerunParameters, string>>>(
  '../islands/*/setup.ts',
  {
    eager: true,
  },
);

/** All re-runs, as their rooms say, in the order of these. */
export async function reruns(): Promise<Rerun[]> {
  const articles = await getCollection('articles');
  return Object.entries(setups).flatMap(([path, exports]) => {
    const room = path.split('/').at(-2) ?? '';
    const article = articles.find(({ body = '' }) => figuresOf(body).includes(room));
    // A figure that no article shows yet has no address.
    if (!article) return [];
    const where = `/articles/${article.id}/#${room}`;
    const own = Object.entries(exports).filter(([name]) => name.endsWith('Setup'));
    return own.map(([, setup]): Rerun => ({
      ...setup.results,
      where,
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
