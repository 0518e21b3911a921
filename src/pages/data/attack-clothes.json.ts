import type { APIRoute } from 'astro';
import { bakedFile } from '@/islands/kit/baked/baked-results.ts';

/** The same for pictures of clothes at their full size: fetched once a reader asks for them. */
export const GET: APIRoute = () => Response.json(bakedFile('attack-clothes'));
