import { absolute } from '../site.ts';

/** Everything may be read; the sitemap, where there is one, says what there is. */
export function GET() {
  const sitemap = absolute('/sitemap-index.xml');
  return new Response(`User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`);
}
