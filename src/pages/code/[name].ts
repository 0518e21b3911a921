import type { APIRoute, GetStaticPaths } from 'astro';
import { codeFile, codeFiles } from '../../components/code-files.ts';

export const getStaticPaths: GetStaticPaths = () => codeFiles.map(({ name }) => ({ params: { name } }));

/** A program that articles show, as it is. */
export const GET: APIRoute = ({ params }) =>
  new Response(codeFile(params['name'] ?? '').text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
