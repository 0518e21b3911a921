import type { APIRoute } from 'astro';
import { bakedFile } from '@/islands/kit/baked/baked-results.ts';

/** Pairs of pictures and what two networks say between them: what the figure that opens the site fetches. */
export const GET: APIRoute = () => Response.json(bakedFile('between-pictures'));
