import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from './out-dir.mjs';
import { serveFolder } from './static-server.mjs';

/**
 * Serves the built blog and says where it is.
 *
 * @param {number} port the first one to try
 * @throws when nothing is built or no port can be had, with a sentence that says what to do
 */
export async function serveBuild(port) {
  const folder = outDir();
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`Nothing is built in ${folder} yet: \`npm start\` builds and serves the blog.`);
  const path = (process.env.BASE_PATH ?? '').replace(/^\/|\/$/g, '');
  const served = await serveFolder(folder, { base: path ? `/${path}/` : '/', port });
  if (port !== 0 && served.port !== port) console.log(`Port ${port} is taken; ${served.port} is free.`);
  console.log(`The blog is at ${served.address}\nCtrl+C stops serving it.`);
}
