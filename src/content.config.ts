import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { articleLoader } from './article-loader.ts';
import { fields } from './content-fields.ts';

const frontMatter = fields('The front matter of an article', {
  title: z.string().min(3).max(80),
  description: z.string().min(50).max(200),
  summary: z.string().min(20).max(300),
  part: z.enum(['ideas', 'experiments', 'conclusions']),
  /** Room whose `Card.astro` stands for the article in lists. */
  picture: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Write the name of a room of src/islands/, such as mix-digits.'),
  order: z.int().positive(),
  published: z.coerce.date(),
  updated: z.coerce.date().optional(),
});

const articles = defineCollection({ loader: articleLoader('./content/articles', frontMatter), schema: frontMatter });

const bibliography = defineCollection({
  loader: file('./content/bibliography/references.json'),
  schema: fields('A work in the bibliography', {
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Write a key in lower case, such as zhang2018.'),
    authors: z.array(z.string().min(2)).min(1),
    title: z.string().min(3),
    venue: z.string().min(2),
    year: z.int().min(1600).max(2100),
    arxiv: z
      .string()
      .regex(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/, 'Write the bare number, such as 1710.09412.')
      .optional(),
    doi: z.string().startsWith('10.', 'Write the bare DOI, which begins with 10.').optional(),
    url: z.url().optional(),
  }),
});

const glossary = defineCollection({
  loader: file('./content/glossary/terms.json'),
  schema: fields('A term of the glossary', {
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Write an id in lower case with hyphens, such as empirical-risk.'),
    term: z.string().min(2),
    definition: z.string().min(20).max(400),
    article: z.string().optional(),
  }),
});

export const collections = { articles, bibliography, glossary };
