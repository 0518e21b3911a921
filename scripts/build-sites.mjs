import { buildSites } from './build-if-stale.mjs';

// npm runs it before `test:site` and `test:browsers`.
buildSites();
