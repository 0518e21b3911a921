import type { APIRoute, GetStaticPaths } from 'astro';
import { studyNames, studyTable } from '../../islands/kit/baked/study-table.ts';
import { toCsv } from '../../figures/table/csv.ts';

/** Names that studies were published under before, and their names now: what was linked once still opens. */
const formerNames: Readonly<Record<string, string>> = {
  adversarial: 'error-under-attack',
  'adversarial-strong': 'error-under-attack-strong',
  'plane-sets': 'wins-and-losses',
};

export const getStaticPaths: GetStaticPaths = () =>
  [...studyNames(), ...Object.keys(formerNames)].map((study) => ({ params: { study } }));

/** A study that was computed in advance as CSV: shares and nats as measured, with every seed. */
export const GET: APIRoute = ({ params: { study = '' } }) =>
  new Response(toCsv(studyTable(formerNames[study] ?? study)));
