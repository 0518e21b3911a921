import { createServer } from 'node:http';
import { answerFrom } from '../../scripts/static-server.mjs';
import { listenOnFreePort, type Listening } from '../free-port.ts';
import { article, expect, recordShifts, shiftsOf, test } from './site-test.ts';

/** Bytes of a page that arrive at once, and ms until the next. */
const piece = { bytes: 600, apart: 12 };
/** Bytes from the page's text that arrive in pieces: more than a window of each page. */
const slowBytes = 50_000;

/** Serves the site as a slow network does: the text of each page in pieces, with pauses in which browsers draw. */
async function serveSlowly(): Promise<Listening> {
  const server = createServer((request, response) => {
    void answerFrom('dist', request.url ?? '/').then(async ({ status, headers, body }) => {
      response.writeHead(status, headers);
      const start = headers['content-type']?.startsWith('text/html') ? body.indexOf('<body') : body.length;
      response.write(body.subarray(0, start));
      let sent = start;
      for (; sent < Math.min(start + slowBytes, body.length); sent += piece.bytes) {
        response.write(body.subarray(sent, sent + piece.bytes));
        await new Promise((resolve) => setTimeout(resolve, piece.apart));
      }
      response.end(body.subarray(sent));
    });
  });
  return listenOnFreePort(server);
}

for (const path of ['/', '/results/', '/articles/what-is-mixup/', article])
  test(`${path}: what has arrived stays where it is while the rest arrives, at three widths`, async ({ page }) => {
    const site = await serveSlowly();
    await recordShifts(page);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${site.origin}${path}`);
      expect(await shiftsOf(page), `at ${width} px`).toEqual([]);
    }
    // What the page still asks for is given up first.
    await page.goto('about:blank');
    await site.close();
  });
