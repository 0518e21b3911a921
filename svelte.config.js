import { vitePreprocess } from '@astrojs/svelte';

/**
 * A page hands its islands their properties once and never changes them: a figure's name, its plan and what was computed in
 * advance are constants, so that reading one where a component starts is no mistake.
 */
const isMistake = ({ code }) => code !== 'state_referenced_locally';

export default { preprocess: vitePreprocess(), compilerOptions: { warningFilter: isMistake } };
