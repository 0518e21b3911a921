import { getRssString } from '@astrojs/rss';
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from '../../site.ts';
import { firstElement, hasClass, readBuiltPage } from './built-page.ts';
import { feedContent, type StillPicture } from './feed-content.ts';

/** An article as feeds tell it. */
interface Entry {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly published: string;
  readonly updated: string | undefined;
  readonly content: string;
}

/**
 * Writes the feeds of a site that was built: `rss.xml` and `feed.json`, every article in full, newest first.
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
  const entries = globSync('articles/*/index.html', { cwd: folder })
    .map((file) => entryOf(join(folder, file), pictureOf))
    .sort((a, b) => b.published.localeCompare(a.published) || a.address.localeCompare(b.address));
  writeFileSync(join(folder, 'rss.xml'), await rss(entries, home));
  writeFileSync(join(folder, 'feed.json'), `${JSON.stringify(jsonFeed(entries, home), null, 1)}\n`);
}

function entryOf(file: string, pictureOf: (figure: string) => StillPicture | undefined): Entry {
  const { tree, title, description, address, published, updated } = readBuiltPage(file);
  const page = tree();
  const prose = firstElement(page, (element) => hasClass(element, 'prose'));
  if (!prose || address === undefined || published === undefined)
    throw new Error(`${file}: expected an article with its text, address and date.`);
  const works = firstElement(page, (element) => hasClass(element, 'references'));
  const content = [prose, ...(works ? [works] : [])].map((part) => feedContent(part, address, pictureOf)).join('\n');
  return { title, description, address, published, updated, content };
}

function rss(entries: readonly Entry[], home: string): Promise<string> {
  return getRssString({
    title: site.title,
    description: site.description,
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
      `<language>${site.language}</language>` +
      `<atom:link href="${new URL('rss.xml', home).href}" rel="self" type="application/rss+xml"/>`,
  });
}

/** As https://www.jsonfeed.org/version/1.1/ says. */
function jsonFeed(entries: readonly Entry[], home: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: site.description,
    home_page_url: home,
    feed_url: new URL('feed.json', home).href,
    language: site.language,
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
