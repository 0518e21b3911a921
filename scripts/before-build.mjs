import { checkFolder } from './check-folder.mjs';
import { compileKernels } from './compile-kernels.mjs';
import { orEnd } from './or-end.mjs';

// npm runs it before whatever reads the sources. Others' own words for a folder they can't work in help nobody.
await orEnd(async () => {
  checkFolder(process.cwd());
  await compileKernels();
});
