/** Class A is 0, class B is 1; anything between is a soft label, the probability of class B. */
type Label = number;

/** An example drawn on a decision surface. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
  readonly label: Label;
  /** Its training label is wrong: it belongs to the other class. */
  readonly flipped?: boolean;
  /** A mixture of examples rather than a real one; drawn hollow. */
  readonly virtual?: boolean;
}

/** A place in the plane of the two inputs. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The part of the plane that a surface shows: [least, greatest] of each input. */
export interface Extent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The two handles between which mixtures are looked at. */
export interface Probe {
  readonly a: Place;
  readonly b: Place;
}

/** "class A", "class B", or for a soft label "30 % class B". */
export function labelName(label: Label): string {
  if (label === 0) return 'class A';
  if (label === 1) return 'class B';
  return `${Math.round(100 * label)} % class B`;
}
