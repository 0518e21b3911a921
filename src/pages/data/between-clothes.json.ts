import type { APIRoute } from 'astro';
import { bakedFile } from '@/islands/kit/baked/baked-results.ts';

/** Pairs of clothes and what two networks say between them: what the figure that opens the site fetches once it is asked for them. */
export const GET: APIRoute = () => Response.json(bakedFile('between-clothes'));
