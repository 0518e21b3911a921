import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { samplesPerDigit } from '@/data/digit-samples.ts';

/** The first images of each digit, in the order of the whole file: what the figure of mixed digits fetches. */
export const GET: APIRoute = () => {
  const [head, ...rows] = readFileSync('public/data/digits.csv', 'utf8').trim().split('\n');
  const taken = new Map<string, number>();
  const sample = rows.filter((row) => {
    const digit = row.slice(row.lastIndexOf(',') + 1);
    const before = taken.get(digit) ?? 0;
    taken.set(digit, before + 1);
    return before < samplesPerDigit;
  });
  return new Response(`${[head, ...sample].join('\n')}\n`);
};
