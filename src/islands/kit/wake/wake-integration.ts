import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Adds the directive `client:wake`; see `wake-directive.ts`. */
export function wakeDirective(): AstroIntegration {
  return {
    name: 'wake-directive',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'wake',
          entrypoint: fileURLToPath(new URL('./wake-directive.ts', import.meta.url)),
        });
      },
    },
  };
}
