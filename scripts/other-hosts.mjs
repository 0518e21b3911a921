import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Sites answer programs that name themselves; some only those that look like a browser. */
const asking = { 'user-agent': 'Mozilla/5.0 (compatible; link check)', accept: 'text/html,*/*' };

/**
 * The addresses of other hosts that the pages of a built site link to.
 *
 * @param {string} folder where the site lies
 * @returns {Map<string, string[]>} each address, without its fragment, with the pages that link to it
 */
export function linksToOtherHosts(folder) {
  /** @type {Map<string, string[]>} */
  const links = new Map();
  for (const name of globSync('**/*.html', { cwd: folder }).sort()) {
    const page = path.join(folder, name);
    for (const [, href = ''] of readFileSync(page, 'utf8').matchAll(/<a\b[^>]*?\shref="(https?:[^"]+)"/g)) {
      const [address = ''] = href.replaceAll('&amp;', '&').replaceAll('&#38;', '&').split('#');
      const pages = links.get(address) ?? [];
      if (!pages.includes(page)) links.set(address, [...pages, page]);
    }
  }
  return links;
}

/**
 * Asks each address whether it is still there, with GET, since many hosts refuse HEAD.
 *
 * @param {Map<string, string[]>} links as `linksToOtherHosts` returns them
 * @param {{ patienceMs?: number, together?: number }} [options] how long to wait for an answer, and how many to ask at once
 * @returns {Promise<{ gone: string[], untold: string[] }>} a line for each address whose host says that nothing is there (404, 410);
 *   and for each whose answer says nothing of the page: many hosts turn programs away
 */
export async function askOtherHosts(links, { patienceMs = 20_000, together = 8 } = {}) {
  /** @type {string[]} */
  const gone = [];
  /** @type {string[]} */
  const untold = [];
  const waiting = [...links].sort(([a], [b]) => a.localeCompare(b, 'en'));
  const askInTurn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [address, pages] = next;
      const answer = await ask(address, patienceMs);
      const line = `${address} (${answer}), in ${pages.join(', ')}`;
      if (answer === 404 || answer === 410) gone.push(line);
      else if (typeof answer === 'string' || answer >= 400) untold.push(line);
    }
  };
  await Promise.all(Array.from({ length: together }, askInTurn));
  return { gone: gone.sort(), untold: untold.sort() };
}

/**
 * @param {string} address
 * @param {number} patienceMs
 * @returns {Promise<number | string>} the status after all redirections, or why there was none
 */
async function ask(address, patienceMs) {
  try {
    const response = await fetch(address, { headers: asking, signal: AbortSignal.timeout(patienceMs) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    // "fetch failed" alone helps nobody; its cause names the host that was not found, or the connection that was refused.
    return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
  }
}
