import type { CollectionEntry } from 'astro:content';
import { absolute, site } from '../site.ts';

type Work = CollectionEntry<'bibliography'>['data'];

/** An entry of BibTeX. Fields without a value are left out; `{}` around a value keeps its capitals. */
function entry(kind: string, key: string, fields: Readonly<Record<string, string | number | undefined>>): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const lines = said.map(([name, value]) => `  ${name.padEnd(12)} = {${value}}`);
  return `@${kind}{${key},\n${lines.join(',\n')}\n}`;
}

/** BibTeX of an article of this site; its address is left out where nobody has said the site's. */
export function articleBibtex(title: string, path: string, published: Date): string {
  const year = published.getUTCFullYear();
  const name = path.split('/').at(-2)?.replaceAll('-', '') ?? '';
  return entry('misc', `mixuplive${year}${name}`, {
    author: `{${site.authors}}`,
    title: `{${title}}`,
    howpublished: site.title,
    year,
    url: absolute(path),
  });
}

/** BibTeX of the whole site. */
export function siteBibtex(): string {
  return entry('misc', 'mixuplive', {
    author: `{${site.authors}}`,
    title: `${site.title}: an interactive explanation of {mixup}: Beyond Empirical Risk Minimization`,
    howpublished: 'Web site',
    url: absolute('/'),
  });
}

/** BibTeX of a work that appeared at a conference. */
export function paperBibtex({ id, authors, title, venue, year, arxiv, url }: Work): string {
  return entry('inproceedings', id, {
    author: authors.join(' and '),
    title: `{${title}}`,
    booktitle: venue,
    year,
    ...(arxiv && { eprint: arxiv, archiveprefix: 'arXiv' }),
    url: url ?? (arxiv && `https://arxiv.org/abs/${arxiv}`),
  });
}

/** What a link to a work needs of it. */
type Addressed = Pick<Work, 'authors' | 'title' | 'year'> & Partial<Pick<Work, 'url' | 'doi' | 'arxiv'>>;

/** A work as a link says it: "Zhang and others, 2018", with its address. */
export function shortReference({ authors, title, year, url, doi, arxiv }: Addressed): {
  name: string;
  address: string;
} {
  const families = authors.map((author) => author.split(',')[0] as string);
  const [first = title, second] = families;
  const who = families.length > 2 ? `${first} and others` : second === undefined ? first : `${first} and ${second}`;
  const address = url ?? (doi && `https://doi.org/${doi}`) ?? (arxiv && `https://arxiv.org/abs/${arxiv}`);
  if (!address) throw new Error(`content/bibliography/references.json: "${title}" has no address to lead to.`);
  return { name: `${who}, ${year}`, address };
}
