import { createServer } from 'node:http';
import { answerFrom } from '../../scripts/static-server.mjs';
import { listenOnFreePort, type Listening } from '../free-port.ts';
import { recordFaults } from './record-faults.ts';
import { viewHeight } from './wire.ts';

/** Where a page is that shows another, `?page=`, in a frame of so many pixels, `?width=`. */
export const framePath = '/in-a-frame';

/** A site that is served. */
export interface Served extends Listening {
  /** Paths that were asked for since the last call and are not there. */
  readonly missing: () => readonly string[];
}

/** Serves a built site on a free port, each page with a script in front that records its faults. */
export async function serveRecording(folder: string): Promise<Served> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://any.host');
    if (url.pathname === framePath) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(frame(url.searchParams.get('page') ?? '/', Number(url.searchParams.get('width'))));
      return;
    }
    void answerFrom(folder, `${url.pathname}${url.search}`).then(({ status, headers, body }) => {
      if (status === 404) missing.push(url.pathname);
      response.writeHead(status, headers);
      response.end(headers['content-type']?.startsWith('text/html') ? withRecorder(String(body)) : body);
    });
  });
  return { ...(await listenOnFreePort(server)), missing: () => missing.splice(0) };
}

/** In front of the page's policy, which holds from where it stands. */
function withRecorder(html: string): string {
  if (!html.includes('<head>')) throw new Error('A page has no <head> to put the recorder into.');
  return html.replace('<head>', () => `<head><script>(${String(recordFaults)})()</script>`);
}

function frame(page: string, width: number): string {
  const source = page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><title>In a frame</title><link rel="icon" href="data:,"><body style="margin:0"><iframe src="${source}" width="${width}" height="${viewHeight}" style="border:0">`;
}
