import rss from '@astrojs/rss';
import { articlePath, articlesInOrder } from '../articles.ts';
import { absolute, site } from '../site.ts';

/** The feed: every article with its description and summary, newest first. */
export async function GET() {
  const articles = await articlesInOrder();
  const newestFirst = articles.toSorted((a, b) => b.data.published.getTime() - a.data.published.getTime());
  return rss({
    title: site.title,
    description: site.description,
    site: absolute('/'),
    trailingSlash: true,
    items: newestFirst.map((article) => ({
      title: article.data.title,
      link: absolute(articlePath(article)),
      pubDate: article.data.published,
      description: `${article.data.description} ${article.data.summary}`,
    })),
    customData: `<language>${site.language}</language>`,
  });
}
