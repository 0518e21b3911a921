import type { AblationName } from '../../studies/ablation.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';

/** The variants whose networks are trained on soft labels. */
const softened: ReadonlySet<string> = new Set<AblationName>([
  'mixup',
  'mixup-near',
  'hidden-1',
  'hidden-2',
  'labels',
  'smoothing-10',
  'inputs-smoothing-10',
]);

/** Whether a variant of the ablation softens labels, by mixing or by smoothing them. */
export const softensLabels = (name: string): boolean => softened.has(name);

/** What the ablation says, read off the differences from ERM. */
export function ablationFinding(rows: readonly Pick<DifferenceRow, 'key' | 'change'>[]): string {
  const told = rows.filter(({ change }) => excludesZero(change));
  const gains = told.filter(({ change }) => change.mean < 0);
  const pictures = rows.find(({ key }) => key === ('inputs' satisfies AblationName));
  if (rows.every(({ change }) => change.halfWidth === undefined)) return 'Variants of mixup against training as usual';
  if (gains.length === 0) return 'No variant of mixup clearly errs less than ERM';
  const isTheLabel = gains.every(({ key }) => softensLabels(key));
  if (isTheLabel && pictures && !told.includes(pictures))
    return 'Here it is the soft label that helps, not the mixed picture';
  return `${gains.length} of ${rows.length} variants of mixup err less than ERM`;
}
