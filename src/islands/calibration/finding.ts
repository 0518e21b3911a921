import type { ConfidenceGroup } from '../../figures/chart/reliability.ts';
import { methods } from './read-calibration.ts';

/** The answers of each method, in their order, sorted by how sure they are. */
type GroupsOfMethods = readonly (readonly ConfidenceGroup[])[];

/** How far a method's confidence may lie from its share of right answers to be called about right, in points. */
const tolerance = 1.25;

/** How many points the answers of each method are surer than right; below zero they are too modest. */
export function confidenceGaps(methods: GroupsOfMethods): number[] {
  return methods.map((groups) =>
    groups.reduce((sum, { share, sure, right }) => sum + (share * (sure - right)) / 100, 0),
  );
}

/** What the figure says at a temperature, one for all or one that is fitted for each, read off the answers. */
export function calibrationFinding(answers: GroupsOfMethods, isFitted: boolean): string {
  const gaps = confidenceGaps(answers);
  const named = (isIn: (gap: number) => boolean): string => namesOf(gaps.map(isIn));
  const groups = [
    ['too modest', named((gap) => gap < -tolerance)],
    ['too sure', named((gap) => gap > tolerance)],
    ['about right', named((gap) => Math.abs(gap) <= tolerance)],
  ] as const;
  const all = groups.find(([, names]) => names === 'all');
  if (all) return isFitted ? `At a temperature of its own, each is ${all[0]}` : `All four methods are ${all[0]}`;
  const told = groups
    .filter(([, names]) => names !== '')
    .map(([kind, names]) => `${kind}: ${names}`)
    .join('; ');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** The methods that are in, by short names; both strengths of mixup by one. */
function namesOf(isIn: readonly boolean[]): string {
  if (isIn.every(Boolean)) return 'all';
  const among = (condition: string): boolean => isIn[methods.findIndex((one) => one.condition === condition)] ?? false;
  const [weak, strong] = [among('weak-mixup'), among('mixup')];
  const mixup = weak && strong ? ['mixup'] : [...(weak ? ['mixup 0.2'] : []), ...(strong ? ['mixup 1'] : [])];
  return [...(among('erm') ? ['ERM'] : []), ...mixup, ...(among('smoothing') ? ['smoothing'] : [])].join(', ');
}
