import { askOtherHosts, linksToOtherHosts } from './other-hosts.mjs';
import { outDir } from './out-dir.mjs';

/*
 * `npm run check:links`: asks every address of other hosts that the built site links to whether it is still there. On demand only:
 * whether others answer is no property of this site, and no test may depend on it.
 */
const folder = outDir();
const links = linksToOtherHosts(folder);
if (links.size === 0) {
  console.error(`${folder} holds no page that links to another host: npm run build makes it.`);
  process.exit(1);
}
const { gone, untold } = await askOtherHosts(links);
for (const line of untold) console.log(`not told (look by hand): ${line}`);
for (const line of gone) console.error(`gone: ${line}`);
console.log(`${links.size} addresses of other hosts: ${gone.length} gone, ${untold.length} not told.`);
process.exitCode = gone.length > 0 ? 1 : 0;
