import type { APIRoute } from 'astro';
import { sampledMnistFile } from '@/data/mnist/read-mnist.ts';

/** A few pictures of each digit at their full size: what the figure of two blended digits fetches. */
export const GET: APIRoute = async () => new Response(await sampledMnistFile());
