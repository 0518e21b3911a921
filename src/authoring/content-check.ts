import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articleAddress } from '../markdown/article-id.ts';
import { contentChecker } from './check-content.ts';
import { pageMistakes } from './check-pages.ts';
import { mistakesPage } from './mistakes-page.ts';
import { written, type Mistake } from './mistake.ts';

/**
 * Checks what authors write. A build names every mistake and ends before anything is built; `astro dev` shows them in the page: those of
 * an article on its own page, all of them on the pages that list articles.
 *
 * @param root the folder of the project
 */
export function contentCheck(root: string): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build') return;
        const { mistakes, notes } = await contentChecker(root, true)();
        for (const sentence of notes) logger.warn(sentence);
        for (const mistake of mistakes) logger.error(written(mistake));
        endAt(mistakes.length);
      },
      'astro:server:setup': ({ server }) => {
        const check = contentChecker(root, false);
        let isShown = false;
        const { base } = server.config;
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (!request.headers.accept?.includes('text/html')) {
            next();
            return;
          }
          void check().then(({ mistakes, articles }) => {
            const here = mistakesOf(pathname.replace(base, '/'), mistakes, articles);
            isShown = here.length > 0;
            if (!isShown) {
              next();
              return;
            }
            response.statusCode = 500;
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(mistakesPage(here, base));
          }, next);
        });
        // A page of mistakes is made of nothing that would reload it.
        server.watcher.on('all', (_event, path) => {
          if (isShown && /content|islands|guesses/.test(path)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Looks at every page once it is built. Comes after all that adds files to the site. */
export function pageCheck(): AstroIntegration {
  let base = '/';
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const mistakes = pageMistakes(fileURLToPath(dir), base);
        for (const mistake of mistakes) logger.error(mistake);
        endAt(mistakes.length);
      },
    },
  };
}

/** Ends a build that has named some mistakes. */
function endAt(count: number): void {
  if (count === 0) return;
  const error = new Error(`${count === 1 ? 'A mistake' : `${count} mistakes`} in what is published; see above.`);
  // Where it was thrown is of no use to an author.
  error.stack = '';
  throw error;
}

/** The mistakes that a page shows: the lists that everything names first of all. */
function mistakesOf(
  path: string,
  mistakes: readonly Mistake[],
  articles: readonly { id: string; file: string }[],
): Mistake[] {
  if (path === '/' || path === '/articles/') return [...mistakes];
  const file = articles.find(({ id }) => path.replace(/\/?$/, '/') === articleAddress(id))?.file;
  return file === undefined ? [] : mistakes.filter((one) => one.file === file || one.file.endsWith('.json'));
}
