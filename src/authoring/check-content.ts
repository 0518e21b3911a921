import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articleAddress } from '../markdown/article-id.ts';
import { articleProcessor } from '../markdown/article-processor.ts';
import { ArticleMistakes } from '../markdown/note-mistake.ts';
import { nearKeys } from '../markdown/near-keys.ts';
import type { SiteLink } from '../markdown/remark-links.ts';
import { articleFiles, type ArticleFile } from './article-files.ts';
import { jsonFault } from './json-fault.ts';
import { languageFaults } from './languages.ts';
import { libraryMistakes } from './library.ts';
import { inOrder, type Mistake } from './mistake.ts';
import { syntaxMistake } from './syntax-mistake.ts';
import { untranslated } from './untranslated.ts';

/** All of what is in the folder of contents, looked at. */
interface Checked {
  readonly mistakes: readonly Mistake[];
  /** What an author should know and need not mend: articles that are not published yet, translations that are older than their original or partly in English, words that a language lacks. */
  readonly notes: readonly string[];
  readonly articles: readonly ArticleFile[];
}

/** What is known of an article's text. */
interface ReadArticle {
  readonly mistakes: readonly Mistake[];
  readonly anchors: readonly string[];
  readonly links: readonly SiteLink[];
}

/**
 * Looks for every mistake in what authors write: articles, bibliography, glossary and results. Remembers the articles it has read, so
 * that it takes long only once.
 *
 * @param root the folder of the project
 * @param isPublished whether links to articles that are held back are mistakes
 */
export function contentChecker(root: string, isPublished: boolean): () => Promise<Checked> {
  const render = articleReader(root);
  const known = new Map<string, { key: string; read: ReadArticle }>();
  return async () => {
    const { articles, mistakes } = articleFiles(root, new Date());
    const ids = articles.filter(({ translation }) => !translation).map(({ id }) => id);
    const languages = await languageFaults(root);
    const found = [...mistakes, ...libraryMistakes(root, ids), ...resultMistakes(root), ...languages.mistakes];
    // Articles name what these hold; without it each of them would seem wrong.
    const isReadable = !found.some(({ file }) => file.endsWith('.json'));
    const library = globSync(
      ['content/bibliography/*', 'content/glossary/*', 'content/errata/*', 'content/languages/*'],
      { cwd: root },
    )
      .sort()
      .map((file) => readFileSync(join(root, file), 'utf8'));
    const beside = filesBeside(join(root, 'content/articles'));
    const named = namedByArticles(root);
    const read = new Map<ArticleFile, ReadArticle>();
    for (const article of isReadable ? articles : []) {
      const key = [article.source, ...articles.map(({ id }) => id), ...library, ...beside, ...named].join('\0');
      const before = known.get(article.file);
      const one = before?.key === key ? before.read : await render(article);
      known.set(article.file, { key, read: one });
      read.set(article, one);
      found.push(...one.mistakes);
    }
    found.push(...linkMistakes(read, isPublished));
    const heldBack = articles.flatMap(({ file, heldBack: why }) => (why ? [`${file} ${why}`] : []));
    const older = articles.flatMap(({ file, translation }) =>
      translation?.newer ? [olderThan(file, translation.newer)] : [],
    );
    const english = isReadable ? articles.flatMap((article) => untranslated(root, article)) : [];
    return { mistakes: inOrder(found), notes: [...heldBack, ...older, ...languages.notes, ...english], articles };
  };
}

/** Figures, guesses, programs and results, which articles name and the check reads anew: each file with the time of its last change. */
const namedByArticles = (root: string): string[] =>
  globSync(['src/islands/*/*.astro', 'src/components/guesses/*', 'content/code/*', 'content/results/*'], { cwd: root })
    .sort()
    .map((file) => `${file} ${statSync(join(root, file)).mtimeMs}`);

/** @param edition of the original, as it is now */
const olderThan = (file: string, edition: string): string =>
  `${file} is older than its original, and says so to readers. Bring it up to date, then write translates: ${edition}`;

/** Renders articles as the build does, all but the colors of code. */
function articleReader(root: string): (article: ArticleFile) => Promise<ReadArticle> {
  const renderer = articleProcessor(root, '/').createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: pathToFileURL(`${root}/src/`), sourcemap: false },
  );
  return async ({ file, source, part }) => {
    const frontmatter: Record<string, unknown> = { part };
    // Lines stay where they are.
    const text = source.replace(/^---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m, (matter) => matter.replace(/[^\r\n]/g, ' '));
    try {
      await (await renderer)?.process(text, join(root, file), frontmatter);
      const { anchors = [], links = [] } = frontmatter as { anchors?: string[]; links?: SiteLink[] };
      return { mistakes: [], anchors, links };
    } catch (error) {
      const found = error instanceof ArticleMistakes ? error.mistakes : [syntaxMistake(error, text)];
      return { mistakes: found.map((one) => ({ file, ...one })), anchors: [], links: [] };
    }
  };
}

/** Links from article to article, which can be followed only once all have been read. */
function linkMistakes(read: ReadonlyMap<ArticleFile, ReadArticle>, isPublished: boolean): Mistake[] {
  const targets = new Map([...read].map(([article, one]) => [articleAddress(article.id), { article, ...one }]));
  return [...read].flatMap(([{ file, heldBack }, { links }]) =>
    links.flatMap(({ path, fragment, line }) => {
      const target = targets.get(path);
      if (!target) return [];
      if (isPublished && target.article.heldBack !== undefined && heldBack === undefined) {
        const text = `Link to ${path}, which ${target.article.heldBack.split(/[.:]/)[0] ?? ''}. Leave the link out until then.`;
        return [{ file, line, text }];
      }
      if (fragment === '' || target.mistakes.length > 0 || target.anchors.includes(fragment)) return [];
      const near = nearKeys(fragment, target.anchors).join(', ');
      return [{ file, line, text: `${path} has nothing called "#${fragment}". Near it: ${near}.` }];
    }),
  );
}

/** Pictures and films beside articles, with what changes when they do. */
const filesBeside = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.mdx'))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });

/** Baked results that are no JSON, such as those with NaN. */
function resultMistakes(root: string): Mistake[] {
  const folder = 'content/results';
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const fault = jsonFault(readFileSync(join(root, folder, name), 'utf8'));
      const remedy = `JSON has no NaN. Bake it again: npm run bake -- ${name.replace('.json', '')}`;
      return fault
        ? [{ file: `${folder}/${name}`, line: fault.line, text: `The file is no JSON: ${fault.what}. ${remedy}` }]
        : [];
    });
}
