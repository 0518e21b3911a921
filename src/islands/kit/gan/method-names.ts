import type { Method } from '../../../figures/chart/method-style.ts';
import type { GeneratorLoss } from '../../../core/gan/game.ts';
import type { GanMethod } from '../../../studies/gan-games.ts';

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
