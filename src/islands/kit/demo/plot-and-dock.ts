/** Where something stands in the window, from its upper to its lower edge, in px. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/** Where a demo's plots stand in the window, and where these stand with the dock; the whole demo where none is marked. */
export function plotAndDock(demo: Element): { readonly plots: Reach; readonly both: Reach } {
  return { plots: reachOf(demo, '[data-plot]'), both: reachOf(demo, '[data-plot], [data-dock]') };
}

function reachOf(demo: Element, marks: string): Reach {
  const marked = [...demo.querySelectorAll(marks)];
  const boxes = (marked.length > 0 ? marked : [demo]).map((part) => part.getBoundingClientRect());
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
