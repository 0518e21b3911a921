/** Where something stands in the window, from its upper to its lower edge, in px. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/** Where a demo's plots and its dock stand in the window; the whole demo where none is marked. */
export function plotAndDock(demo: Element): Reach {
  const marked = [...demo.querySelectorAll('[data-plot], [data-dock]')];
  const boxes = (marked.length > 0 ? marked : [demo]).map((part) => part.getBoundingClientRect());
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
