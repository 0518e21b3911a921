import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { mathCharacters } from './typefaces.ts';

const folder = fileURLToPath(new URL('./typefaces/math/', import.meta.url));
const face = /@font-face\s*\{[^}]*\}/g;

/**
 * Has formulas set in typefaces that are cut down to the characters in use, a third of the bytes. KaTeX's own stay in its sheet for
 * any other character: of two faces of one name a browser asks the later first, and only for what its `unicode-range` names. Files
 * in formats that no browser of ours needs are left out.
 */
export function mathTypefaces(): Plugin {
  const cut = new Set(readdirSync(folder));
  return {
    name: 'math-typefaces',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler(code, id) {
        if (!code.includes('@font-face')) return undefined;
        const sheet = code.replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, '');
        const here = path.dirname(id.replace(/\?.*/, ''));
        const faces = [...sheet.matchAll(face)].flatMap(([whole]) => {
          const [, file = ''] = /fonts\/([\w-]+\.woff2)/.exec(whole) ?? [];
          if (!cut.has(file)) return [];
          const address = path.relative(here, path.join(folder, file)).replaceAll('\\', '/');
          return [whole.replace(/url\([^)]*\)/, `url(${address})`).replace(/\}$/, `;unicode-range:${mathCharacters}}`)];
        });
        return { code: sheet + faces.join(''), map: null };
      },
    },
  };
}
