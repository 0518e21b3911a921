import type { APIRoute } from 'astro';
import { sampledDigitsFile } from '@/data/digits/read-digits.ts';

/** A few images of each digit: what the figures of mixed digits fetch. */
export const GET: APIRoute = async () => new Response(await sampledDigitsFile());
