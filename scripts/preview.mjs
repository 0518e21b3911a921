import { orEnd } from './or-end.mjs';
import { readPort } from './port.mjs';
import { serveBuild } from './serve-build.mjs';

// `npm run preview`: serves what was built last.
await orEnd(() => serveBuild(readPort(process.env.PORT)));
