/** Shares in [0, 1] as a text, a byte each. */
export const packShares = (shares: readonly number[]): string =>
  btoa(String.fromCharCode(...shares.map((share) => Math.round(255 * share))));

/** Reads what {@link packShares} wrote. */
export const unpackShares = (text: string): number[] => Array.from(atob(text), (letter) => letter.charCodeAt(0) / 255);
