import { buildIfStale } from './build-if-stale.mjs';
import { install, npm } from './install.mjs';

// `npm start`: from a fresh clone to the blog in a browser. Plain JavaScript without dependencies, because it runs
// before anything is installed and on Node versions that cannot run TypeScript.
install();
buildIfStale();
console.log('Serving the blog; Ctrl+C stops.');
npm(['run', '--silent', 'preview', ...(process.env.PORT ? ['--', '--port', process.env.PORT] : [])]);
