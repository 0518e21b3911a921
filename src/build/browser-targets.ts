import type { Plugin } from 'vite';
import { oldestBrowsers } from '../site.ts';

/** The oldest browsers in the spelling of the compilers of scripts and sheets: `chrome113`. */
export const browserTargets = oldestBrowsers.map(({ name, version }) => `${name.toLowerCase()}${version}`);

/** Has the pages' scripts written so that the oldest browsers can parse them: Astro by itself asks for the newest syntax there is. */
export function scriptTarget(): Plugin {
  return {
    name: 'script-target',
    configEnvironment(name, options) {
      if (name === 'client') options.build = { ...options.build, target: browserTargets };
    },
  };
}
