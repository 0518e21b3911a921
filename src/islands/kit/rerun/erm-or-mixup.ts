import type { Policy } from '../../../core/training/policy.ts';
import type { ConditionLook } from './rerun-setup.ts';

/**
 * How ERM and mixup are shown where a study compares the two.
 *
 * @param mixup what mixup is called, where conditions differ in its strength
 */
export const ermOrMixup = ({ alpha }: Policy, mixup = 'mixup'): ConditionLook =>
  alpha === 0 ? { label: 'ERM', method: 'erm' } : { label: mixup, method: 'mixup' };
