import { href, site } from '../site.ts';

/** What a home screen is told of the site. */
export function GET() {
  const icon = (name: string, size: number, purpose: string) => ({
    src: href(`/icons/${name}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return new Response(
    JSON.stringify({
      name: site.title,
      short_name: 'mixup',
      description: site.description,
      lang: site.language,
      start_url: href('/'),
      scope: href('/'),
      display: 'browser',
      background_color: '#fdfcf9',
      theme_color: '#fdfcf9',
      icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
    }),
  );
}
