import { z } from 'astro/zod';
import { field, fields } from './fields.ts';
import { day } from './dates.ts';

const dayExample = 'published: 2026-11-22';
const change = fields('An entry of "updated"', {
  date: field(day, 'a day of the calendar', 'date: 2026-12-01'),
  note: field(
    z.string().min(10).max(300),
    'a sentence of 10 to 300 characters',
    'note: What was wrong, and what it says now.',
  ),
});

const words = {
  title: field(z.string().min(3).max(80), 'a text of 3 to 80 characters', 'title: Training with mixup'),
  description: field(
    z.string().min(50).max(200),
    'one or two sentences of 50 to 200 characters',
    'description: What stands below the title, and what search engines show.',
  ),
  summary: field(
    z.string().min(20).max(300),
    'one sentence of 20 to 300 characters',
    'summary: What the list of articles says of it.',
  ),
};

const place = {
  part: field(z.enum(['ideas', 'experiments', 'conclusions']), 'one of ideas, experiments, conclusions', 'part: ideas'),
  /** Room whose `Card.astro` stands for the article in lists. */
  picture: field(
    z.string().regex(/^[a-z][a-z0-9-]*$/),
    'the name of a folder of src/islands/ with a Card.astro',
    'picture: mix-digits',
  ),
  /** Where it stands among the articles of its part, which need not be next to each other: 6.5 stands between 6 and 7. */
  order: field(z.number().positive(), 'a number above 0, such as 6, or 6.5 between 6 and 7', 'order: 6'),
};

const days = {
  published: field(day, 'a day of the calendar', dayExample),
  updated: field(
    z.array(change).min(1).optional(),
    'a list of changes, each with date and note',
    'under "updated:" two lines, "  - date: 2026-12-01" and "    note: What was wrong, and what it says now."',
  ),
  draft: field(z.boolean().optional(), 'true or false', 'draft: true'),
};

/** What the front matter of an article must be. */
export const articleFields = fields('The front matter of an article', { ...words, ...place, ...days });

/** What the front matter of a translation must be. Where it stands, and by which picture, is its original's to say. */
export const translationFields = fields('The front matter of a translation', {
  ...words,
  ...days,
  translates: field(
    z.string().optional(),
    'the edition of the original that it was made from, which check:content names',
    'translates: giidamko',
  ),
});

/** What pages are told of an article: of a translation also whether its original has changed since. */
export const publishedFields = fields('An article', { ...words, ...place, ...days, isOlder: z.boolean().optional() });
