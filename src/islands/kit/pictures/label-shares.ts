import { drawingWords } from '../../../words/drawing-words.ts';

/** A class's share of a soft label, ready for a label bar. */
interface LabelShare {
  readonly name: string;
  readonly value: number;
  /** Color of the class: cats have A's everywhere, dogs have B's. */
  readonly color: 'a' | 'b';
}

function ownColor(label: string): 'a' | 'b' | undefined {
  return label === drawingWords.cat ? 'a' : label === drawingWords.dog ? 'b' : undefined;
}

/**
 * The label of a blend: lambda of the first picture's label, the rest of the second's; two equal labels stay one.
 *
 * @param first label of the first picture, in words
 * @param lambda weight of the first picture, from 0 to 1
 */
export function labelShares(first: string, second: string, lambda: number): LabelShare[] {
  if (first === second) return [{ name: first, value: 1, color: ownColor(first) ?? 'a' }];
  const color = ownColor(first) ?? other(ownColor(second) ?? 'b');
  return [
    { name: first, value: lambda, color },
    { name: second, value: 1 - lambda, color: other(color) },
  ];
}

const other = (color: 'a' | 'b'): 'a' | 'b' => (color === 'a' ? 'b' : 'a');
