import type { APIRoute, GetStaticPaths } from 'astro';
import { studyNames, studyTable } from '../../islands/kit/baked/study-table.ts';
import { toCsv } from '../../figures/table/csv.ts';

export const getStaticPaths: GetStaticPaths = () => studyNames().map((study) => ({ params: { study } }));

/** A study that was computed in advance as CSV: shares and nats as measured, with every seed. */
export const GET: APIRoute = ({ params }) => new Response(toCsv(studyTable(params['study'] ?? '')));
