import { getRssString } from '@astrojs/rss';
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../../site.ts';
import { wordsOfLanguage } from '../../words/language-file.ts';
import { feedWords } from '../../words/feed-words.ts';
import { firstElement, hasClass, readBuiltPage } from './built-page.ts';
import { feedContent, type StillPicture } from './feed-content.ts';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** An article as feeds tell it. */
interface Entry {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly published: string;
  readonly updated: string | undefined;
  readonly content: string;
}

/** A feed of the articles in one language. */
interface Feed {
  readonly language: string;
  /** Full address that its files lie below. */
  readonly home: string;
  readonly says: typeof feedWords;
}

/**
 * Writes the feeds of a site that was built: `rss.xml` and `feed.json`, every article in full, newest first; those of translated articles
 * lie in the folder of their language.
 *
 *
 * @param folder of the built site
 * @param home full address of the first page
 * @param pictureOf the picture of a figure, by its anchor, if there is one
 */
export async function writeFeeds(
  folder: string,
  home: string,
  pictureOf: (figure: string) => StillPicture | undefined,
): Promise<void> {
  const others = globSync('*/articles/*/index.html', { cwd: folder }).map((file) => file.split(/[\\/]/)[0] ?? '');
  for (const language of ['', ...new Set(others)]) {
    const feed: Feed = {
      language: language || site.language,
      home: new URL(language && `${language}/`, home).href,
      says: { ...feedWords, ...(language && wordsOfLanguage(projectFolder, language)['feeds']) },
    };
    const entries = globSync(join(language, 'articles/*/index.html'), { cwd: folder })
      .map((file) => entryOf(join(folder, file), pictureOf, feed.says))
      .sort((a, b) => b.published.localeCompare(a.published) || a.address.localeCompare(b.address));
    writeFileSync(join(folder, language, 'rss.xml'), await rss(entries, feed));
    writeFileSync(join(folder, language, 'feed.json'), `${JSON.stringify(jsonFeed(entries, feed), null, 1)}\n`);
  }
}

function entryOf(file: string, pictureOf: (figure: string) => StillPicture | undefined, says: typeof feedWords): Entry {
  const { tree, title, description, address, published, updated } = readBuiltPage(file);
  const page = tree();
  const prose = firstElement(page, (element) => hasClass(element, 'prose'));
  if (!prose || address === undefined || published === undefined)
    throw new Error(`${file}: expected an article with its text, address and date.`);
  const works = firstElement(page, (element) => hasClass(element, 'references'));
  const content = [prose, ...(works ? [works] : [])]
    .map((part) => feedContent(part, address, pictureOf, says))
    .join('\n');
  return { title, description, address, published, updated, content };
}

function rss(entries: readonly Entry[], { language, home, says }: Feed): Promise<string> {
  return getRssString({
    title: site.title,
    description: says.description,
    site: home,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    items: entries.map(({ title, description, address, published, updated, content }) => ({
      title,
      link: address,
      pubDate: new Date(published),
      description,
      content,
      ...(updated && { customData: `<atom:updated>${updated}</atom:updated>` }),
    })),
    customData:
      `<language>${language}</language>` +
      `<atom:link href="${new URL('rss.xml', home).href}" rel="self" type="application/rss+xml"/>`,
  });
}

/** As https://www.jsonfeed.org/version/1.1/ says. */
function jsonFeed(entries: readonly Entry[], { language, home }: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: site.description,
    home_page_url: home,
    feed_url: new URL('feed.json', home).href,
    language,
    authors: [{ name: site.authors }],
    items: entries.map(({ title, description, address, published, updated, content }) => ({
      id: address,
      url: address,
      title,
      summary: description,
      content_html: content,
      date_published: published,
      ...(updated && { date_modified: updated }),
    })),
  };
}
