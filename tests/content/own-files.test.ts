import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderArticle } from './render-article.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-'));
  const picture = async (name: string, width: number, height: number): Promise<void> => {
    await sharp({ create: { width, height, channels: 3, background: 'teal' } }).toFile(join(folder, name));
  };
  await picture('cat.png', 900, 600);
  await picture('A cat.jpg', 40, 20);
  await picture('wide.png', 5000, 10);
  await picture('heavy.png', 10, 10);
  truncateSync(join(folder, 'heavy.png'), 4_100_000);
  writeFileSync(join(folder, 'broken.png'), 'no picture');
  writeFileSync(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30"/></svg>');
  writeFileSync(join(folder, 'large.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">${'<g/>'.repeat(60_000)}</svg>`);
  for (const name of ['film.mp4', 'film.webm', 'film.vtt', 'film.avi', 'moving.gif', 'long.mp4']) writeFileSync(join(folder, name), '');
  truncateSync(join(folder, 'long.mp4'), 12_000_000);
});
afterAll(() => rmSync(folder, { recursive: true }));

const rendered = async (text: string, base = '/'): Promise<string> =>
  (await renderArticle(text, base, {}, join(folder, 'under-test.mdx'))).code;

async function complaint(text: string): Promise<{ line: number | undefined; message: string }> {
  const error: unknown = await rendered(text).catch((one: unknown) => one);
  if (!(error instanceof Error)) throw new Error('expected the text to be refused, but it was rendered');
  return { line: (error as Error & { line?: number }).line, message: error.message };
}

const film = (more: string, inside = ''): string => `<video src="./film.mp4" poster="./cat.png" aria-label="A cat wakes" ${more}>${inside}</video>`;

describe('pictures and films that readers would not see are refused, with line, size and remedy', () => {
  test.each([
    ['a picture with too many pixels', '![A wide band](./wide.png)', /"\.\/wide\.png" has 5000 × 10 pixels; at most 4096 a side can be shown\. Save it smaller/],
    ['a picture of too many bytes', '![A heavy cat](./heavy.png)', /"\.\/heavy\.png" has 4\.1 MB; at most 4 MB can be shown\. Save it smaller: 1600 pixels/],
    ['a drawing of too many bytes', '![A large drawing](./large.svg)', /has 240\.1 kB; at most 200 kB can be shown\. Simplify it/],
    ['a file that is no picture', '![A broken cat](./broken.png)', /can't be read as a picture\. Save it anew/],
    ['a picture that moves', '![A moving cat](./moving.gif)', /moves by itself: save it as a film/],
    ['a kind of picture that browsers do not show', '![A moving cat](./film.avi)', /is no picture that the pages show\. Save it as PNG or SVG/],
    ['a picture that is named below the text', '![A cat asleep][cat]\n\n[cat]: ./no-cat.png', /no file "\.\/no-cat\.png" beside the article/],
    ['an element that shows a file beside the article', 'A <img src="./cat.png" alt="A cat asleep" />.', /shows "\.\/cat\.png" as it is.*Write !\[What it shows\]\(\.\/cat\.png\)/],
    ['a picture in sizes by hand', '<picture><img src="/pictures/cat-black.svg" alt="A black cat" /></picture>', /can't hold <picture>\. Write !\[/],
    ['a film without a file', '<video poster="./cat.png" muted aria-label="A cat wakes" />', /has no film\. Write <video src=/],
    ['a film without a poster', '<video src="./film.mp4" muted aria-label="A cat wakes" />', /has no poster, a picture of its own size/],
    ['a film without words', '<video src="./film.mp4" poster="./cat.png" muted />', /no words for who does not see it.*aria-label/],
    ['a film with sound and without captions', film(''), /has sound and no captions\. Put <track kind="captions"/],
    ['a film that plays by itself', film('muted autoplay'), /would play by itself/],
    ['a film that is too large', film('muted').replace('film.mp4', 'long.mp4'), /"\.\/long\.mp4" has 12\.0 MB; at most 10 MB/],
    ['a film that not all browsers show', film('muted').replace('film.mp4', 'film.avi'), /is no film that all browsers show\. Save it as MP4/],
    ['a film that is not there', film('muted').replace('film.mp4', 'no-film.mp4'), /no file "\.\/no-film\.mp4" beside the article/],
    ['a poster that is not there', film('muted').replace('cat.png', 'no-cat.png'), /no file "\.\/no-cat\.png"/],
    ['captions that are not there', film('', '<track kind="captions" src="./no.vtt" srclang="en" label="English" />'), /no file "\.\/no\.vtt"/],
    ['a film of another host', film('muted').replace('./film.mp4', 'https://example.org/film.mp4'), /on another host/],
  ])('%s', async (_, text, said) => {
    const { line, message } = await complaint(`Text.\n\n${text}`);
    expect(message).toMatch(said);
    expect(line).toBe(3);
    expect(message.length).toBeLessThan(600);
  });
});

describe('pictures and films that are right', () => {
  test('a picture is made in the widths that its place asks for, waits until a reader comes near, and says how much room it takes', async () => {
    const code = await rendered('![A cat asleep](./cat.png)\n\n<Figure id="cat" width="wide">\n\n![A cat awake](./A%20cat.jpg)\n\n</Figure>');
    expect(code).toContain('import __0___cat_png__ from "./cat.png"');
    const [first = '', second = ''] = ['A cat asleep', 'A cat awake'].map((alt) => new RegExp(`alt: "${alt}"[\\s\\S]*?\\}\\)`).exec(code)?.[0]);
    expect(first).toMatch(/loading: "lazy"[\s\S]*width: "900"[\s\S]*400, 800, 1200, 1600[\s\S]*41rem/);
    expect(second).toContain('60rem');
  });

  test('a picture of public/ lies below the base path and has its size', async () => {
    const code = await rendered('![A black cat](/pictures/cat-black.svg)', '/mixup/');
    expect(code).toMatch(/src: "\/mixup\/pictures\/cat-black\.svg"/);
    expect(code).toMatch(/width: 224,\s+height: 224|width: "224",\s+height: "224"/);
  });

  test('a drawing and a picture that is named below the text pass', async () => {
    await expect(rendered('![A line drawn](./drawing.svg) ![A cat asleep][cat]\n\n[cat]: ./cat.png')).resolves.toBeDefined();
  });

  test('a film gets controls and the size of its poster, is loaded when asked for, and its files go along', async () => {
    const code = await rendered(film('', '<source src="./film.webm" type="video/webm" /><track kind="captions" src="./film.vtt" srclang="en" label="English" />'));
    for (const name of ['./film.mp4?url', './cat.png?url', './film.webm?url', './film.vtt?url']) expect(code).toContain(`from "${name}"`);
    expect(code).toMatch(/width: "900",\s+height: "600",\s+preload: "none",\s+controls: true,\s+playsinline: true/);
    expect(code).toMatch(/src: __film0,\s+poster: __film1/);
  });
});
