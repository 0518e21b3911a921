import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Hydrates the island when a reader turns to it; see `wake-directive.ts`. */
    'client:wake'?: boolean;
  }
}
