import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cardPath } from '../../../site.ts';
import { readBuiltPage } from '../built-page.ts';
import type { StillPicture } from '../feed-content.ts';
import { drawCard, drawFigure } from './draw-card.ts';
import { figureDrawings, openingDrawing, originalOf, pagePictures } from './figure-drawings.ts';

/**
 * Writes a card for every page of a built site, and the drawings of figures for its feeds.
 *
 * @param folder of the built site
 * @param home full address of the first page
 * @returns the pictures of figures, by their anchors
 */
export async function writeCards(folder: string, home: string): Promise<Map<string, StillPicture>> {
  const tree = readBuiltPage(join(folder, 'index.html')).tree();
  const base = new URL(home).pathname;
  const drawings = figureDrawings(tree, folder, base);
  const pictureOf = pagePictures(tree);
  const opening = openingDrawing(tree);
  const write = (path: string, bytes: Buffer): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  for (const file of globSync('**/index.html', { cwd: folder })) {
    const { title, description } = readBuiltPage(join(folder, file));
    const page = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    const drawing = drawings.get(pictureOf.get(`${base}${originalOf(page.slice(1))}`) ?? '') ?? opening;
    write(cardPath(page), await drawCard(title, description, drawing));
  }
  const pictures = new Map<string, StillPicture>();
  for (const [room, drawing] of drawings) {
    const path = `cards/figures/${room}.png`;
    write(path, await drawFigure(drawing));
    pictures.set(room, { address: new URL(path, home).href, width: 640, height: 400 });
  }
  return pictures;
}
