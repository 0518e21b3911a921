import type { Settings } from './sides.ts';

/** Situations to start from: what is set, with everything else as it is at first. */
export const presets: readonly { readonly name: string; readonly set: Partial<Settings> }[] = [
  { name: 'The paper’s game', set: { set: 'ring', loss: 'minimax', method: 'mixup', alpha: 0.2 } },
  { name: 'The usual loss', set: { set: 'ring', loss: 'non-saturating', method: 'mixup', alpha: 0.2 } },
  { name: 'Collapse', set: { set: 'tight-ring', loss: 'minimax', method: 'mixup', alpha: 0.2 } },
  { name: 'Collapse, the usual loss', set: { set: 'tight-ring', loss: 'non-saturating', method: 'mixup', alpha: 0.2 } },
];
