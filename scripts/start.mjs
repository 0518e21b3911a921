import { buildIfStale } from './build-if-stale.mjs';
import { checkFolder } from './check-folder.mjs';
import { install } from './install.mjs';
import { orEnd } from './or-end.mjs';
import { readPort } from './port.mjs';
import { serveBuild } from './serve-build.mjs';

// `npm start`: from a fresh clone to the blog in a browser. Plain JavaScript without dependencies, because it runs
// before anything is installed and on Node versions that cannot run TypeScript.
const port = await orEnd(() => {
  checkFolder(process.cwd());
  return readPort(process.env.PORT);
});
await install();
buildIfStale();
await orEnd(() => serveBuild(port));
