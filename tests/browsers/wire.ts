/** A browser that can be driven, in the few words that every protocol has. The verbs of `driver.ts` are made of them. */
export interface Wire {
  /** Loads an address in a view of this width and waits for its load event. */
  readonly open: (address: string, width: number) => Promise<void>;
  /** Gives the page that is open another width, in CSS pixels. */
  readonly resize: (width: number) => Promise<void>;
  /** Evaluates an expression in the page; its value is a text. */
  readonly evaluate: (expression: string) => Promise<string>;
  /** Does what a reader does with pointer and keyboard. */
  readonly act: (sources: readonly InputSource[]) => Promise<void>;
  /** Ends the browser. */
  readonly close: () => Promise<void>;
}

/** Height of the view: a phone's. */
export const viewHeight = 800;

/** One device and what is done with it, as the W3C writes it for WebDriver, classic and BiDi alike. */
export type InputSource =
  | { readonly type: 'pointer'; readonly id: 'mouse'; readonly actions: readonly PointerAction[] }
  | { readonly type: 'key'; readonly id: 'keyboard'; readonly actions: readonly KeyAction[] };

type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 };

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}
