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
 * @returns origin of the site, such as `https://mixup.example.org`; undefined when nobody said it
 * @throws when the value is not an http(s) origin
 */
export function siteOrigin(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
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
 * Where readers report a mistake, from the environment variable REPORT_URL: a tracker's page for a new issue, or an address of mail.
 *
 * @param value what the variable holds; undefined when it is not set
 * @param subject what the report is about, such as the title of an article
 * @returns an address that begins the report; undefined when there is nowhere to send it
 * @throws when the value is neither an http(s) address nor mailto:
 */
export function reportAddress(value: string | undefined, subject: string): string | undefined {
  if (value === undefined || value === '') return undefined;
  const address = URL.parse(value);
  if (!address || !/^(https?|mailto):$/.test(address.protocol)) {
    throw new Error(
      `REPORT_URL: expected an address such as https://example.org/new or mailto:us@example.org, came "${value}".`,
    );
  }
  const name = address.protocol === 'mailto:' ? 'subject' : 'title';
  // In a mail's address a plus sign is a plus sign.
  address.search = `${address.search ? `${address.search}&` : ''}${name}=${encodeURIComponent(`Mistake in “${subject}”`)}`;
  return address.href;
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

/** Where the picture lies that stands for a page where it is linked to: `/cards/articles/gans.png` for `/articles/gans/`. */
export function cardPath(page: string): string {
  return `/cards/${page === '/' ? 'home' : page.slice(1, -1)}.png`;
}

/** The address of a page or file of this site, on this host: `href('/about/')` is `/mixup/about/` below `/mixup/`. */
export function href(path: string): string {
  return below(import.meta.env.BASE_URL, path);
}

/**
 * The full address of a page or file of this site, for cards and citations. Undefined in a build that was not told where it is to be
 * published: whatever needs a full address is then left out.
 */
export function absolute(path: string): string | undefined {
  const origin = import.meta.env.SITE as string | undefined;
  return origin === undefined ? undefined : new URL(href(path), origin).href;
}
