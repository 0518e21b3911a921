import type { CollectionEntry } from 'astro:content';
import { absolute, site } from '../site.ts';

type Work = CollectionEntry<'bibliography'>['data'];

/** A thing as https://schema.org describes it, for search engines. */
export type Thing = Readonly<Record<string, unknown>>;

const license = 'https://creativecommons.org/licenses/by/4.0/';
const authors = { '@type': 'Organization', name: site.authors };
const blog = (): Thing => ({ '@type': 'Blog', name: site.title, ...addressed('/') });

/** A thing with its address, where the site has one. */
const addressed = (path: string): Thing => {
  const url = absolute(path);
  return url === undefined ? {} : { '@id': url, url };
};

/** A work of the bibliography: the paper that the site is about, or one that an article cites. */
function scholarlyArticle({ authors, title, venue, year, arxiv, doi, url }: Work): Thing {
  const addresses = [arxiv && `https://arxiv.org/abs/${arxiv}`, doi && `https://doi.org/${doi}`, url].filter(Boolean);
  return {
    '@type': 'ScholarlyArticle',
    name: title,
    headline: title,
    author: authors.map((name) => ({ '@type': 'Person', name: name.split(', ').toReversed().join(' ') })),
    datePublished: String(year),
    isPartOf: { '@type': 'PublicationIssue', name: venue },
    ...(addresses.length > 0 && { sameAs: addresses }),
  };
}

/** What is known of an article. */
interface ArticleFacts {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly published: Date;
  readonly updated?: Date | undefined;
  readonly minutes: number;
  /** Code of its language, and the path of its original if it is a translation. */
  readonly language: string;
  readonly original?: string | undefined;
  /** The paper that it explains, and the works it cites. */
  readonly about: Work;
  readonly cites: readonly Work[];
  /** Full address of its card. */
  readonly image?: string | undefined;
}

export function blogPosting({
  title,
  description,
  path,
  published,
  updated,
  minutes,
  language,
  original,
  about,
  cites,
  image,
}: ArticleFacts): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    ...addressed(path),
    headline: title,
    description,
    inLanguage: language,
    ...(original !== undefined && { translationOfWork: { '@type': 'BlogPosting', ...addressed(original) } }),
    datePublished: published.toISOString().slice(0, 10),
    dateModified: (updated ?? published).toISOString().slice(0, 10),
    timeRequired: `PT${minutes}M`,
    author: authors,
    publisher: authors,
    license,
    isAccessibleForFree: true,
    ...(image && { image }),
    isPartOf: blog(),
    about: scholarlyArticle(about),
    citation: cites.map(scholarlyArticle),
  };
}

/** Questions with their answers, as they are read. */
export function faqPage(questions: readonly { id: string; question: string; answer: string }[]): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    ...addressed('/questions/'),
    inLanguage: site.language,
    isPartOf: blog(),
    mainEntity: questions.map(({ id, question, answer }) => ({
      '@type': 'Question',
      ...addressed(`/questions/#${id}`),
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
}

/** The site, for its first page. */
export function webSite(about: Work): Thing {
  return {
    '@context': 'https://schema.org',
    ...blog(),
    description: site.description,
    inLanguage: site.language,
    author: authors,
    license,
    about: scholarlyArticle(about),
  };
}
