import { z } from 'astro/zod';
import { field } from './fields.ts';

/** A number that an answer names: of a baked experiment, as `<Result>` writes it, or of a table of the paper. */
const number = z.union([
  z.strictObject({
    experiment: z.string(),
    of: z.string(),
    minus: z.string().optional(),
    at: z.number().optional(),
    decimals: z.number().optional(),
    unit: z.string().optional(),
    scale: z.number().optional(),
  }),
  z.strictObject({
    table: z.string(),
    of: z.string(),
    minus: z.string().optional(),
    unit: z.string().optional(),
  }),
]);

/** A question that people ask about mixup, and its answer in at most three sentences. */
export const questionFields = {
  id: field(
    z.string().regex(/^[a-z][a-z0-9-]*$/),
    'a name in lower case with hyphens, its anchor',
    '"id": "which-alpha"',
  ),
  order: field(z.int().positive(), 'its place among the questions, a whole number above 0', '"order": 3'),
  group: field(z.string().min(3), 'the heading above it', '"group": "Choosing how to mix"'),
  question: field(z.string().endsWith('?'), 'a question', '"question": "Which α?"'),
  answer: field(
    z.string().min(40).max(700),
    'at most three sentences, with the names of numbers in braces',
    '"answer": "On digits it is {error}."',
  ),
  numbers: field(
    z.record(z.string(), number).optional(),
    'the numbers that the answer names, as <Result> and <PaperNumber> take them',
    '"numbers": { "error": { "experiment": "ablation", "of": "erm.testError.last", "scale": 100, "unit": "%" } }',
  ),
  shows: field(
    z.array(z.strictObject({ to: z.string().startsWith('/'), label: z.string().min(3) })).optional(),
    'where the site shows it',
    '"shows": [{ "to": "/articles/speech/", "label": "The paper on spoken commands" }]',
  ),
  code: field(
    z.strictObject({ of: z.string(), part: z.string().optional() }).optional(),
    'a program of content/code/, as <CodeFile> takes it',
    '"code": { "of": "mixup_step.py", "part": "mixup_step" }',
  ),
  works: field(z.array(z.string()).optional(), 'keys of the bibliography', '"works": ["yun2019"]'),
};
