import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { publishedFields } from './authoring/article-fields.ts';
import { articleLoader } from './authoring/article-loader.ts';
import { libraries } from './authoring/library.ts';

const articles = defineCollection({ loader: articleLoader(), schema: publishedFields });
const bibliography = defineCollection({
  loader: file(libraries.bibliography.file),
  schema: libraries.bibliography.fields,
});
const glossary = defineCollection({ loader: file(libraries.glossary.file), schema: libraries.glossary.fields });

const errata = defineCollection({ loader: file(libraries.errata.file), schema: libraries.errata.fields });
const questions = defineCollection({ loader: file(libraries.questions.file), schema: libraries.questions.fields });

export const collections = { articles, bibliography, glossary, errata, questions };
