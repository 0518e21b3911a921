import type { CollectionEntry } from 'astro:content';
import { fill } from '../words/words.ts';
import { writtenPaperNumber, writtenResult } from './written-numbers.ts';

type Question = CollectionEntry<'questions'>['data'];

/** The answer with its numbers, as it is read. */
export function answerText({ answer, numbers = {} }: Pick<Question, 'answer' | 'numbers'>): string {
  const written = Object.entries(numbers).map(([name, number]) => [
    name,
    'table' in number ? writtenPaperNumber(number) : writtenResult(number as Parameters<typeof writtenResult>[0]),
  ]);
  return fill(answer, Object.fromEntries(written) as Record<string, string>);
}

/** Questions by the heading they stand under, in their order. */
export function grouped(questions: readonly Question[]): { heading: string; anchor: string; questions: Question[] }[] {
  const headings = [...new Set(questions.map(({ group }) => group))];
  return headings.map((heading) => ({
    heading,
    anchor: heading.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    questions: questions.filter(({ group }) => group === heading),
  }));
}
