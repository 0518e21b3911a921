import { globSync, readFileSync } from 'node:fs';

/*
 * `npm run check:links`: asks every address of other hosts that the built site links to whether it is still there. On demand only:
 * whether others answer is no property of this site, and no test may depend on it.
 */
const folder = process.env.OUT_DIR ?? 'dist';
/** Sites answer programs that name themselves; some only those that look like a browser. */
const asking = { 'user-agent': 'Mozilla/5.0 (compatible; link check)', accept: 'text/html,*/*' };
const patience = 20_000;
/** Asked at once, of different hosts. */
const together = 8;

/** @type {Map<string, Set<string>>} address, and the pages that link to it */
const links = new Map();
for (const page of globSync(`${folder}/**/*.html`)) {
  for (const [, href = ''] of readFileSync(page, 'utf8').matchAll(/<a\b[^>]*?\shref="(https?:[^"]+)"/g)) {
    const address = href.replaceAll('&amp;', '&').replaceAll('&#38;', '&').split('#')[0] ?? '';
    links.set(address, (links.get(address) ?? new Set()).add(page));
  }
}
if (links.size === 0) {
  console.error(`${folder} holds no page that links to another host: npm run build makes it.`);
  process.exit(1);
}

/** @type {string[]} */
const gone = [];
/** @type {string[]} */
const refused = [];
const waiting = [...links.keys()].sort();
await Promise.all(Array.from({ length: together }, askInTurn));
for (const line of refused.sort()) console.log(`not told (look by hand): ${line}`);
for (const line of gone.sort()) console.error(`gone: ${line}`);
console.log(`${links.size} addresses of other hosts: ${gone.length} gone, ${refused.length} not told.`);
process.exitCode = gone.length > 0 ? 1 : 0;

async function askInTurn() {
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const answer = await ask(address);
    const line = `${address} (${answer}), in ${[...(links.get(address) ?? [])].join(', ')}`;
    if (answer === 404 || answer === 410) gone.push(line);
    // Many hosts turn programs away; that says nothing of the page.
    else if (typeof answer === 'string' || answer >= 400) refused.push(line);
  }
}

/**
 * @param {string} address
 * @returns {Promise<number | string>} the status, or why there was none
 */
async function ask(address) {
  try {
    const response = await fetch(address, { headers: asking, signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
