import type { Method } from '../../../figures/chart/method-style.ts';
import type { GeneratorLoss } from '../../../core/gan/game.ts';
import type { GameSize, GanMethod } from '../../../studies/gan-games.ts';

/** What readers know the ways as in which a discriminator is held back. */
export const ganMethodNames: Readonly<Record<GanMethod, string>> = {
  plain: 'plain',
  mixup: 'mixup',
  formula: 'mixup, as in the formula',
  noise: '5\u00A0% of labels exchanged',
  smoothing: 'real counts as 0.9',
  slope: 'slope penalty (R1)',
};

/** The loss of the generator, in words. */
export const generatorLossNames: Readonly<Record<GeneratorLoss, string>> = {
  minimax: 'minimax, as in the paper',
  'non-saturating': 'non-saturating, as is usual',
};

/** Hue and mark of a way. */
export const ganMethodStyle = (method: GanMethod): Method =>
  method === 'plain' ? 'erm' : method === 'mixup' || method === 'formula' ? 'mixup' : 'other';

/** Sizes of both networks, as readers choose them. */
export const gameSizeChoices = [
  { value: '2x32', name: '2 × 32 units' },
  { value: '2x64', name: '2 × 64 units' },
  { value: '2x128', name: '2 × 128 units' },
  { value: '2x256', name: '2 × 256 units' },
  { value: '3x512', name: '3 × 512 units, the paper’s' },
] as const satisfies readonly { readonly value: GameSize; readonly name: string }[];
