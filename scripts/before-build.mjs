import { checkFolder } from './check-folder.mjs';
import { orEnd } from './or-end.mjs';

// npm runs it before `build`, `dev` and the tests, whose own words for a folder they can't work in help nobody.
await orEnd(() => checkFolder(process.cwd()));
