/** Where a stage's figure is pinned: beside the text, above it, or nowhere, where it is an ordinary figure. */
export type StageLayout = 'beside' | 'above' | 'plain';

/**
 * The line at which a scene sets the figure, as margins that leave a strip of the window one hundredth high: a run begins when the
 * heading of its scene stands at about two thirds of the window. Beside the figure, words stand in the middle of their scene.
 */
export const lines: Readonly<Record<Exclude<StageLayout, 'plain'>, string>> = {
  beside: '-36% 0px -63% 0px',
  above: '-72% 0px -27% 0px',
};

/** The layout that the style sheet has chosen, which alone knows the sizes of windows. */
export function layoutOf(stage: Element): StageLayout {
  const told = getComputedStyle(stage).getPropertyValue('--stage-layout').trim();
  return told === 'beside' || told === 'above' ? told : 'plain';
}
