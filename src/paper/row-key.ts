/** Words as a part of a key: lower case, everything but letters, digits and full stops turned into single hyphens. */
export const rowKey = (words: string): string =>
  words
    .toLowerCase()
    .replace(/×/g, 'x')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
