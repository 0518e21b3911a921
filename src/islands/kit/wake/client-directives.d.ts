import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Hydrates the island when a reader turns to it, or with `seen` when it comes into view; see `wake-directive.ts`. */
    'client:wake'?: boolean | 'seen';
  }
}
