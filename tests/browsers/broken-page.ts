import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Every kind of fault that a walk has to see, in one page. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'" />
    <title>Broken</title>
    <link rel="icon" href="data:," />
    <script src="/broken.js"></script>
    <script>console.log('The policy forbids this script.')</script>
  </head>
  <body style="margin: 0">
    <img src="/no-such-picture.png" alt="" />
    <div style="width: 400px">Wider than a phone</div>
  </body>
</html>`;

const script = `console.error('said to the console');
Promise.reject(new Error('nobody waits for this'));
throw new Error('thrown by a script');`;

/** Writes a site of one page in which everything goes wrong into a new folder. */
export function brokenSite(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broken-site-'));
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'broken.js'), script);
  return folder;
}
