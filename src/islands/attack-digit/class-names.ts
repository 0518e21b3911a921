import { clothesNames } from '../../data/fashion-mnist/class-names.ts';
import type { AttackSettings } from './attack-one.ts';

type AttackedData = AttackSettings['data'];

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/** What the classes of each set are called, in their order. */
export const classNames: Readonly<Record<AttackedData, readonly string[]>> = { digits, clothes: clothesNames };

/** What a picture of a class is called. */
export const pictureOf = (data: AttackedData, label: number): string =>
  data === 'digits' ? `A handwritten ${label}` : `A picture of clothes: ${classNames[data][label] ?? ''}`;

/** The class that is most probable. */
export const namedClass = (probabilities: readonly number[]): number =>
  probabilities.indexOf(Math.max(...probabilities));
