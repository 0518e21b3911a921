import type { APIRoute, GetStaticPaths } from 'astro';
import { studyProgramOf, studyPrograms } from '../../../components/reproduce/study-programs.ts';

export const getStaticPaths: GetStaticPaths = () => studyPrograms().map(({ study }) => ({ params: { study } }));

/** A study in PyTorch, made of the settings in its file. */
export const GET: APIRoute = ({ params: { study = '' } }) =>
  new Response(studyProgramOf(study)?.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
