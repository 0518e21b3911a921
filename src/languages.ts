import type { Tables } from './words/words.ts';

/** A language that articles are written in or translated into. */
interface Language {
  /** As addresses and the pages' `lang` have it: `de`. */
  readonly code: string;
  /** As its readers call it: "Deutsch". */
  readonly name: string;
  /** With a country, which settles dates: `de-DE`. */
  readonly locale: string;
}

/** The language of originals, in which everything is said that nobody has translated. */
export const english: Language = { code: 'en', name: 'English', locale: 'en-US' };

type File = Omit<Language, 'code'> & { readonly words: Tables };

const files = import.meta.glob<File>('/content/languages/*.json', { eager: true, import: 'default' });
const rooms = import.meta.glob<Tables[string]>('./islands/*/words.*.json', { eager: true, import: 'default' });

const guesses = import.meta.glob<Tables>('./components/guesses/*.*.json', { eager: true, import: 'default' });

const codeOf = (path: string): string => /([\w-]+)\.json$/.exec(path)?.[1] ?? '';

/** Every language, English first; others are known by their files in `content/languages/`. */
export const languages: readonly Language[] = [
  english,
  ...Object.entries(files).map(([path, { name, locale }]) => ({ code: codeOf(path), name, locale })),
];

/** A language by its code; English where there is no other. */
export const languageNamed = (code: string): Language => languages.find((one) => one.code === code) ?? english;

/** The language of a page, as its address says. */
export function languageAt({ pathname }: URL): Language {
  const [code = ''] = pathname.slice(import.meta.env.BASE_URL.replace(/\/?$/, '/').length).split('/');
  return languageNamed(code);
}

/** Every word that is translated into a language: what pages and figures have in common, and what each room and each guess says. */
export function tablesIn(code: string): Tables {
  const file = files[`/content/languages/${code}.json`];
  const ofRooms = Object.entries(rooms).flatMap(([path, table]) => {
    const [, room = '', language] = /islands\/([^/]+)\/words\.([\w-]+)\.json$/.exec(path) ?? [];
    return language === code ? [[room, table] as const] : [];
  });
  const ofGuesses = Object.entries(guesses).flatMap(([path, one]) =>
    path.endsWith(`.${code}.json`) ? Object.entries(one).map(([id, table]) => [`guess ${id}`, table] as const) : [],
  );
  return { ...file?.words, ...Object.fromEntries([...ofRooms, ...ofGuesses]) };
}

/** Whether a room of a figure has words in a language. */
export const hasWords = (room: string, code: string): boolean =>
  code === english.code || `./islands/${room}/words.${code}.json` in rooms;
