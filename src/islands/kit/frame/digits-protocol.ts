import { formatNumber } from '../../../figures/chart/linear-scale.ts';
import { digitsProtocol } from '../../../studies/digits-study.ts';
import { clothesProtocol } from '../../../studies/studied-pictures.ts';

/** In what the credit of a figure on digits differs from that of others. */
export interface ToldOfDigits {
  /** Whether its networks are of several widths. */
  readonly anyWidth?: boolean;
  /** Whether it has a length of its own, rather than one that the reader chooses. */
  readonly fixedLength?: boolean;
  /** Whether it shows errors on the test digits; they are shown if not given. */
  readonly tested?: boolean;
  /** Whether it shows how the errors change on the way. */
  readonly onTheWay?: boolean;
  /** The strength of mixup, where it is no choice of the reader's. */
  readonly alpha?: number;
}

/** How networks are trained that read digits, in one sentence with the numbers of {@link digitsProtocol}. */
export function digitsProtocolInWords({
  anyWidth = false,
  fixedLength = false,
  tested = true,
  onTheWay = false,
  alpha,
}: ToldOfDigits = {}): string {
  const { hidden, trainingRows, testRows, steps, measureEvery, optimizer, batch } = digitsProtocol;
  const count = (value: number): string => formatNumber(value, 0);
  const digits = [
    ...(fixedLength ? [`${count(trainingRows)} training`] : []),
    ...(tested ? [`${count(testRows)} test`] : []),
  ];
  const shownDigits = digits.length > 0 ? [`${digits.join(' and ')} digits`] : [];
  const training = `Adam at ${optimizer.learningRate}`;
  const parts = [
    `Two hidden layers of ${anyWidth ? '' : `${hidden} `}ReLU units`,
    ...(fixedLength ? [...shownDigits, `${count(steps)} steps of ${training}`] : [training]),
    `mini-batches of ${batch}`,
    ...(alpha === undefined ? [] : [`α\u00A0=\u00A0${alpha}`]),
    ...(fixedLength ? [] : shownDigits),
    ...(onTheWay ? [`measured every ${measureEvery} steps`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** What is different where the same networks look at clothes, in one sentence with the numbers of {@link clothesProtocol}. */
export function clothesProtocolInWords(): string {
  const { pictures, testRows } = clothesProtocol;
  const [all, tested] = [pictures, testRows].map((value) => formatNumber(value, 0));
  return `Clothes: the same, on ${all} pictures of 14 × 14 pixels, of which each seed draws ${tested} to test.`;
}
