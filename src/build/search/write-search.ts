import type { AstroIntegration } from 'astro';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { SearchedPage } from '../../search/passage.ts';
import { site } from '../../site.ts';
import { readBuiltPage } from '../publish/built-page.ts';
import { drawingSize, figureDrawings, originalOf, pagePictures } from '../publish/cards/figure-drawings.ts';
import { colorOf, type Scheme } from '../publish/cards/plain-colors.ts';
import { passagesOf } from './passages.ts';

/** Pages that only lead to others would come up for every word, and so would the one for authors, which holds all words there are. */
const unsearched = ['', 'articles/', 'authors/'];
/** The page whose lists are of terms; others list other things in the same way. */
const terms = 'glossary/';

/**
 * Writes what the search needs below `search/`, of the built pages: their passages, and small pictures of articles in both schemes.
 *
 * @param base the path the site is published below
 */
export function search(base: string): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const home = readBuiltPage(join(folder, 'index.html')).tree();
        const pictures = pagePictures(home);
        // Articles in their order first.
        const order = [...pictures.keys()];
        const placeOf = (path: string): number => {
          const place = order.indexOf(`${base}${originalOf(path)}`);
          return place < 0 ? order.length : place;
        };
        const pages = globSync('**/index.html', { cwd: folder })
          .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
          .filter((path) => !unsearched.includes(path) && !path.endsWith('/articles/'))
          .sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
          .map((path) => searched(folder, path, pictures.get(`${base}${originalOf(path)}`)));
        write(folder, 'search/passages.json', JSON.stringify(pages));
        for (const scheme of ['light', 'dark'] as const)
          for (const [room, drawing] of figureDrawings(home, folder, base, scheme))
            write(folder, `search/${room}-${scheme}.webp`, await small(drawing, scheme));
      },
    },
  };
}

function searched(folder: string, path: string, picture: string | undefined): SearchedPage {
  const file = join(folder, path, 'index.html');
  const { title, description } = readBuiltPage(file);
  const html = readFileSync(file, 'utf8');
  const language = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? site.language;
  const [start, ...others] = passagesOf(html, title);
  const beginning = start && { ...start, text: `${description} ${start.text}`.trim() };
  const rest = others.map((one) =>
    one.kind === 'term' && path !== terms ? { ...one, kind: 'section' as const } : one,
  );
  return { path, title, language, ...(picture && { picture }), passages: [...(beginning ? [beginning] : []), ...rest] };
}

/** A figure's drawing as large as it is shown, for screens with two dots a pixel. */
function small(drawing: string, scheme: Scheme): Promise<Buffer> {
  const { width, height } = drawingSize;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="144" height="90" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="${colorOf('surface', scheme)}"/><g transform="translate(8 5) scale(.9)">${drawing}</g></svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 80, effort: 4 }).toBuffer();
}

function write(folder: string, path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
