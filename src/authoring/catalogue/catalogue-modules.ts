import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { catalogue } from './catalogue.ts';
import { examplesText } from './examples.ts';

/**
 * What the page for authors is made of: `virtual:catalogue`, all that authors may name as data, and `virtual:components.mdx`, the
 * components with their examples as an article.
 *
 * @param root the folder of the project
 */
export function catalogueModules(root: string): Plugin {
  const data = '\0virtual:catalogue';
  // As if it were a file, which pictures may lie beside.
  const examples = normalizePath(join(root, 'src/authoring/catalogue/components.mdx'));
  const sources = ['content', 'src/islands', 'src/components/guesses'].map((folder) =>
    normalizePath(join(root, folder)),
  );
  return {
    name: 'catalogue',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^virtual:(catalogue|components\.mdx)$/ },
      handler: (id) => (id === 'virtual:catalogue' ? data : examples),
    },
    load: {
      order: 'pre',
      handler: async (id) => {
        if (id === data) return `export default ${JSON.stringify(await catalogue(root))}`;
        return id === examples ? examplesText() : undefined;
      },
    },
    // It is read from files that it does not import, and `astro dev` would show what it was at first.
    configureServer: ({ watcher, environments }) => {
      watcher.on('all', (_event, path) => {
        if (!sources.some((folder) => normalizePath(path).startsWith(`${folder}/`))) return;
        for (const { moduleGraph } of Object.values(environments)) {
          const module = moduleGraph.getModuleById(data);
          if (module) moduleGraph.invalidateModule(module);
        }
      });
    },
  };
}
