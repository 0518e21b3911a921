/** What words in the text ask of a figure: the detail of the event `figure:set`. */
interface FigureSet {
  readonly figure: string;
  readonly set: Readonly<Record<string, string>>;
}

/** Calls back when words in the text set a figure. Returns the way to stop. */
export function onFigureSet(figure: string, act: (set: FigureSet['set']) => void): () => void {
  const listen = (event: Event): void => {
    const { detail } = event as CustomEvent<FigureSet>;
    if (detail.figure === figure) act(detail.set);
  };
  document.addEventListener('figure:set', listen);
  return () => document.removeEventListener('figure:set', listen);
}
