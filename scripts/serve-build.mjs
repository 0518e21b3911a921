import { existsSync } from 'node:fs';
import { serveFolder } from './static-server.mjs';

/**
 * Serves the built blog and says where it is.
 *
 * @param {number} port the first one to try
 * @throws when nothing is built or no port can be had, with a sentence that says what to do
 */
export async function serveBuild(port) {
  if (!existsSync('dist/index.html')) throw new Error('Nothing is built yet: `npm start` builds and serves the blog.');
  const path = (process.env.BASE_PATH ?? '').replace(/^\/|\/$/g, '');
  const served = await serveFolder('dist', { base: path ? `/${path}/` : '/', port });
  if (port !== 0 && served.port !== port) console.log(`Port ${port} is taken; ${served.port} is free.`);
  console.log(`The blog is at ${served.address}\nCtrl+C stops serving it.`);
}
