import type { Mistake } from './mistake.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The page that `astro dev` shows instead of one with mistakes. It reloads when a file is saved.
 *
 * @param base the path the site is served below, with both slashes
 */
export function mistakesPage(mistakes: readonly Mistake[], base: string): string {
  const items = mistakes.map(
    ({ file, line, text }) => `<li><code>${escaped(file)}:${line}</code><p>${escaped(text)}</p></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mistakes in the text</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
ol { padding: 0; list-style: none; }
li { margin: 1rem 0; padding: 0.75rem 1rem; border-left: 4px solid #c2410c; background: color-mix(in srgb, currentColor 6%, transparent); }
p { margin: 0.25rem 0 0; overflow-wrap: anywhere; }
</style>
<script type="module" src="${base}@vite/client"></script>
</head>
<body>
<h1>${mistakes.length === 1 ? 'A mistake' : `${mistakes.length} mistakes`} in the text</h1>
<p>This page comes back by itself once the file is saved without.</p>
<ol>
${items.join('\n')}
</ol>
</body>
</html>
`;
}
