import type { FormulaNow } from '../kit/formula/live-formula.ts';
import type { AttackPicture, AttackSettings } from './attack-one.ts';
import { classNames, namedClass } from './class-names.ts';

/**
 * What the formula of the attack says: the arithmetic at one of the pixels that ERM's attack changes most, and what ERM answers.
 *
 * @param asked what the reader asks for
 * @param shown the attack shown
 */
export function formulaNow({ epsilon }: AttackSettings, { from, digit, erm }: AttackPicture): FormulaNow {
  const most = from.epsilon / 100;
  const greatest = Math.max(...erm.change.map(Math.abs));
  // Of the pixels that change most the one nearest to gray, where a change can go either way.
  const distances = digit.map((ink, k) => (Math.abs(erm.change[k] ?? 0) < greatest ? 1 : Math.abs(ink - 0.5)));
  const pixel = distances.indexOf(Math.min(...distances));
  const direction = most === 0 ? 0 : (erm.change[pixel] ?? 0) / most;
  const ink = (values: readonly number[]): string => (values[pixel] ?? 0).toFixed(2);
  const names = classNames[from.data];
  const answer = (answers: readonly number[]): string => names[namedClass(answers)] ?? '';
  return {
    lines: [
      [
        { sym: 'attacked', text: ink(erm.attacked) },
        ' = ',
        { sym: 'x', text: ink(digit) },
        ' + ',
        { sym: 'epsilon', text: most.toFixed(2) },
        ' × ',
        { sym: 'change', text: signed(direction) },
        ' in one pixel',
      ],
      [
        { sym: 'f', text: 'ERM' },
        ` says ${answer(erm.before)}, then ${answer(erm.after)}; `,
        {
          sym: 'y',
          text: from.data === 'digits' ? `it is a ${from.digit}` : `right is ${names[Number(from.digit)] ?? ''}`,
        },
      ],
    ],
    knobs: { epsilon: { value: epsilon, text: `ε = ${epsilon} %` } },
  };
}

function signed(value: number): string {
  const size = Number(Math.abs(value).toFixed(2));
  return value < 0 ? `(−${size})` : String(size);
}
