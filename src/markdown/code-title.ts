import type { ShikiConfig } from '@astrojs/markdown-remark';

/** Keeps `title="loss.py"`, written after the language of a block of code, as `data-title`. */
export const codeTitle: NonNullable<ShikiConfig['transformers']>[number] = {
  name: 'code-title',
  pre(node) {
    const title = /(?:^|\s)title="([^"]+)"/.exec(this.options.meta?.__raw ?? '')?.[1];
    if (title) node.properties.dataTitle = title;
  },
};
