import type { IntegerParameter, NumberParameter } from '../../../parameters/parameter.ts';

/** A symbol with what it is at present, such as λ with "0.60". */
interface SymbolNow {
  /** As the formula names it, `\htmlData{sym=lambda}{\lambda}`. */
  readonly sym: string;
  readonly text: string;
}

/** What a figure says of its formula at present. */
export interface FormulaNow {
  /**
   * Lines under the formula, of plain words and symbols. A line belongs to formulas that hold its first symbol. What is said of one
   * figure always has the same lines of the same pieces.
   */
  readonly lines: readonly (readonly (string | SymbolNow)[])[];
  /** Value, and how it is written, of each symbol that can be dragged. */
  readonly knobs: Readonly<Record<string, { readonly value: number; readonly text: string }>>;
  /** CSS colors of what is blended, and of the blend, where the formula is one of a blend. */
  readonly colors?: { readonly first: string; readonly second: string; readonly blend: string };
}

/** What a room says of the formulas that belong to its figure: the default export of its `formula.ts`. */
export interface FigureFormula {
  /** What to call each symbol where it cannot be drawn. */
  readonly names: Readonly<Record<string, string>>;
  /** The settings that a symbol can be dragged to set. */
  readonly knobs: Readonly<Record<string, NumberParameter | IntegerParameter>>;
  /** What is said before the figure is touched. */
  readonly first: FormulaNow;
}

const event = 'figure:formula';
const latest = new Map<string, FormulaNow>();

/** Tells the formulas of a figure what it shows now. */
export function tellFormula(figure: string, now: FormulaNow): void {
  latest.set(figure, now);
  document.dispatchEvent(new CustomEvent(event, { detail: { figure, now } }));
}

/** Calls with what a figure shows whenever it changes, and at once if it has said something before. */
export function onFormulaTold(figure: string, call: (now: FormulaNow) => void): void {
  const said = latest.get(figure);
  if (said) call(said);
  document.addEventListener(event, (told) => {
    const { detail } = told as CustomEvent<{ figure: string; now: FormulaNow }>;
    if (detail.figure === figure) call(detail.now);
  });
}
