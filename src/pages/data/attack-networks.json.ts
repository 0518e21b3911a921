import type { APIRoute } from 'astro';
import { bakedFile } from '@/islands/kit/baked/baked-results.ts';

/** Networks trained in advance, and digits that they have not seen: what the figure of one digit under attack fetches. */
export const GET: APIRoute = () => Response.json(bakedFile('attack-networks'));
