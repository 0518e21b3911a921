/** What the site is called and how its pages are addressed. */
export const site = {
  title: 'mixup, live',
  tagline: 'An interactive explanation of “mixup: Beyond Empirical Risk Minimization”',
  description:
    'What happens when a neural network trains on mixtures of examples, and of their labels? The paper mixup, explained step by step, with small experiments that run on your own machine.',
  authors: 'The authors of mixup, live',
  language: 'en',
} as const;

/**
 * The oldest browsers that the pages are made for. What a later one brought is either left alone or has something simpler in its
 * place; `tests/site/without-later-features.spec.ts` takes those things away one at a time.
 */
export const oldestBrowsers = [
  { name: 'Chrome', version: '113' },
  { name: 'Firefox', version: '115' },
  { name: 'Safari', version: '16.4' },
] as const;

/**
 * The address the site is published at, from the environment variable SITE_URL.
 *
 * @param value what the variable holds; undefined when it is not set
 * @returns origin of the site, such as `https://mixup.example.org`
 * @throws when the value is not an http(s) origin
 */
export function siteOrigin(value: string | undefined): string {
  if (value === undefined || value === '') return 'https://example.org';
  const address = URL.parse(value);
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Error(`SITE_URL: expected a full address such as https://mixup.example.org, came "${value}".`);
  }
  if (address.pathname !== '/' || address.search || address.hash) {
    throw new Error(
      `SITE_URL: expected an origin without a path, came "${value}". Put the path "${address.pathname}" into BASE_PATH.`,
    );
  }
  return address.origin;
}

/**
 * The path the site is published below, from the environment variable BASE_PATH.
 *
 * @param value what the variable holds; undefined when it is not set
 * @returns path that begins and ends with a slash: `/` or `/mixup/`
 * @throws when the value is not a plain path
 */
export function basePath(value: string | undefined): string {
  if (value === undefined || value === '' || value === '/') return '/';
  if (!/^\/?[\w.~-]+(\/[\w.~-]+)*\/?$/.test(value)) {
    throw new Error(`BASE_PATH: expected a path such as /mixup/, came "${value}".`);
  }
  return `/${value.replace(/^\/|\/$/g, '')}/`;
}

/**
 * Puts a path of the site below a base path.
 *
 * @param path root-relative path, such as `/about/`
 * @param base begins and ends with a slash
 * @throws when the path is not root-relative
 */
export function below(base: string, path: string): string {
  if (!path.startsWith('/')) throw new Error(`path: expected a root-relative path such as /about/, came "${path}".`);
  return base + path.slice(1);
}

/** The address of a page or file of this site, on this host: `href('/about/')` is `/mixup/about/` below `/mixup/`. */
export function href(path: string): string {
  return below(import.meta.env.BASE_URL, path);
}

/** The full address of a page or file of this site, for feeds, cards and citations. */
export function absolute(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
