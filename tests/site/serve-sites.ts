import { existsSync } from 'node:fs';
import { serveFolder } from '../../scripts/static-server.mjs';

/** Serves the two builds for the tests, at ports that are free, and stops at their end. Tests read where from the environment. */
export default async function serveSites(): Promise<() => Promise<void>> {
  for (const folder of ['dist', 'dist-base']) {
    if (!existsSync(`${folder}/index.html`)) throw new Error(`${folder} is not built: npm run test:site builds it.`);
  }
  const servers = [await serveFolder('dist'), await serveFolder('dist-base', { base: '/mixup/' })] as const;
  process.env['ROOT_SITE'] = servers[0].address;
  process.env['BASE_SITE'] = servers[1].address;
  return async () => {
    for (const { close } of servers) await close();
  };
}
