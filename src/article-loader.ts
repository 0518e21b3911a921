import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import type { z } from 'astro/zod';

/**
 * Loads articles, and refuses one whose front matter does not fit with every mistake on a line of its own: file, line, field,
 * what is wrong and what to do. Astro itself names the file, but not the line.
 *
 * @param base folder of the articles, from the root of the project
 * @param schema what the front matter must be
 */
export function articleLoader(base: string, schema: z.ZodType): Loader {
  const files = glob({ base, pattern: '**/[^_]*.mdx' });
  return {
    ...files,
    load: (context) =>
      files.load({
        ...context,
        parseData: (entry) => {
          const mistakes = schema.safeParse(entry.data).error?.issues ?? [];
          if (entry.filePath && mistakes.length > 0) {
            const path = fileURLToPath(new URL(entry.filePath, context.config.root));
            throw new Error(
              report(relative(fileURLToPath(context.config.root), path), readFileSync(path, 'utf8'), mistakes),
            );
          }
          return context.parseData(entry);
        },
      }),
  };
}

function report(path: string, source: string, mistakes: readonly z.core.$ZodIssue[]): string {
  const lines = mistakes.map(
    ({ path: [field], message }) => `${path}:${lineOf(source, String(field))} ${String(field)}: ${message}`,
  );
  return ['The front matter of an article does not fit:', ...lines].join('\n  ');
}

/** The line a field of the front matter stands on, from 1; the first line when it is missing. */
function lineOf(source: string, field: string): number {
  const index = source.split('\n').findIndex((line) => line.startsWith(`${field}:`));
  return Math.max(index, 0) + 1;
}
