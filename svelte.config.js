import { vitePreprocess } from '@astrojs/svelte';

/**
 * A page hands its islands their properties once and never changes them: a figure's name, its plan and what was computed in
 * advance are constants, so that reading one where a component starts is no mistake.
 */
const isMistake = ({ code }) => code !== 'state_referenced_locally';

/** Classes of components stand in every rule of the style sheet and at every element of a page: short ones spare readers a tenth of both. */
const cssHash = ({ hash, css }) => `s-${hash(css).slice(-5)}`;

export default { preprocess: vitePreprocess(), compilerOptions: { cssHash, warningFilter: isMistake } };
