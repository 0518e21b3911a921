import { firefoxPath } from '../../scripts/other-browsers.mjs';
import { startFirefox } from './firefox.ts';
import { walk } from './walk.ts';

const file = firefoxPath();

walk('Firefox', file === undefined ? undefined : () => startFirefox(file));
