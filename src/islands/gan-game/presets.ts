import { paperSize, usualSize } from '../../studies/gan-games.ts';
import type { Settings } from './sides.ts';

const usual = { set: 'ring', loss: 'minimax', method: 'mixup', alpha: 0.2, size: usualSize } as const;

/** Situations to start from: what is set, with everything else as it is at first. */
export const presets: readonly { readonly name: string; readonly set: Partial<Settings> }[] = [
  { name: 'The paper’s game', set: usual },
  { name: 'The usual loss', set: { ...usual, loss: 'non-saturating' } },
  { name: 'Collapse', set: { ...usual, set: 'tight-ring' } },
  { name: 'Collapse, the usual loss', set: { ...usual, set: 'tight-ring', loss: 'non-saturating' } },
  { name: 'The paper’s networks', set: { ...usual, size: paperSize } },
];
