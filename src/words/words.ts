/** Words by their keys. */
export type Table = Readonly<Record<string, string>>;
/** Words in the language of a page, by the part of the site that says them. What is missing is said in English. */
export type Tables = Readonly<Record<string, Table>>;

/** Where a page that is not in English has its words. */
export const wordsId = 'words';

let tables: (() => Tables) | undefined;

/** Says where the words of the page come from that is being made. In browsers they stand in the page. */
export function speakFrom(source: () => Tables): void {
  tables = source;
}

let inPage: Tables | undefined;

function tablesOfPage(): Tables {
  if (typeof document === 'undefined') return {};
  inPage ??= JSON.parse(document.getElementById(wordsId)?.textContent ?? '{}') as Tables;
  return inPage;
}

/**
 * The words of a part of the site, in the language of the page that asks. They are asked for where they are used, not where a module is
 * loaded: one build makes pages in several languages.
 *
 * @param part its name, under which other languages have the same keys
 * @param english the words, which are the source of keys; where words are put in, `{name}` stands for them
 */
export function words<const English extends Table>(part: string, english: English): Record<keyof English, string> {
  return new Proxy<Record<keyof English, string>>(english, {
    get: (own, key: string) => (tables ?? tablesOfPage)()[part]?.[key] ?? own[key],
  });
}

/** A text with words put in: `fill('{n} of twelve', { n: 3 })`. */
export function fill(text: string, given: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
}
