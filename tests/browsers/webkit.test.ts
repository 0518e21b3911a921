import { webkitPaths } from '../../scripts/other-browsers.mjs';
import { walk } from './walk.ts';
import { startWebkit } from './webkit.ts';

const programs = webkitPaths();

walk('WebKit', programs === undefined ? undefined : () => startWebkit(programs));
