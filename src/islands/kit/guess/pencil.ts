import { readAxis, shareOf, valueAt } from './value-share.ts';
import { followStrokes, heightsAt, isMeant, strokePath, type StrokePoint } from './stroke.ts';

/** A pencil over one plot or plane of a figure. */
export interface Pencil {
  /**
   * Draws what was guessed, with a word at its start: in a plot a number as a line across it, or a curve through its values; in a
   * plane a line through places, as shares of it from its upper left corner: x, y, x, y ...
   */
  readonly draw: (values: number | readonly number[], word: string) => void;
  /** Lets the reader draw a line, and tells of it in the same numbers when a stroke is done. */
  readonly ask: (said: (values: readonly number[]) => void) => void;
  /** Lets the reader draw no more; what is drawn stays. */
  readonly rest: () => void;
  readonly clear: () => void;
  /** Shows it, or takes it away for as long as the figure shows something else. */
  readonly show: (isShown: boolean) => void;
}

const svgNames = 'http://www.w3.org/2000/svg';

/**
 * Lays a pencil over a plot or a plane. It lies outside the figure's island, whose content belongs to the island's own script, and
 * follows what it lies on wherever that moves. A plot says its axis in `data-y-axis` and where its settings stand in
 * `data-x-places`; a plane says `data-plane`.
 *
 * @param nth which of the figure's plots or planes, from 0
 * @returns nothing where the figure has no such
 */
export function pencilOver(figure: HTMLElement, over: 'plot' | 'plane', nth: number): Pencil | undefined {
  const selector = over === 'plot' ? '[data-y-axis]' : '[data-plane]';
  const body = figure.querySelector<HTMLElement>('.figure-body');
  const plotOf = (): HTMLElement | SVGElement | undefined =>
    figure.querySelectorAll<HTMLElement | SVGElement>(selector)[nth];
  if (!body || !plotOf()) return undefined;

  const layer = document.createElement('div');
  layer.className = `guess-pencil over-${over}`;
  const drawing = document.createElementNS(svgNames, 'svg');
  drawing.setAttribute('viewBox', '0 0 1000 1000');
  drawing.setAttribute('preserveAspectRatio', 'none');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNames, 'path');
  drawing.append(path);
  const name = document.createElement('span');
  layer.append(drawing, name);
  body.append(layer);

  let shown: { readonly values: number | readonly number[]; readonly word: string } | undefined;
  let stopAsking: (() => void) | undefined;

  const axisOf = () => readAxis(plotOf()?.dataset['yAxis'] ?? '');
  const placesOf = (): number[] => (plotOf()?.dataset['xPlaces'] ?? '').split(' ').filter(Boolean).map(Number);
  const strokeOf = (values: number | readonly number[]): StrokePoint[] => {
    if (over === 'plane' && typeof values === 'object') return inPairs(values);
    const axis = axisOf();
    if (!axis) return [];
    if (typeof values === 'number') return [0, 1].map((x) => [x, 1 - shareOf(axis, values)]);
    const places = placesOf();
    return values.map((value, k) => [places[k] ?? 1, 1 - shareOf(axis, value)]);
  };
  const put = (stroke: readonly StrokePoint[], word: string): void => {
    path.setAttribute('d', strokePath(stroke));
    name.textContent = word;
    name.style.setProperty('inset-block-start', `${100 * (stroke[0]?.[1] ?? 0)}%`);
    name.style.setProperty('inset-inline-start', `${100 * (stroke[0]?.[0] ?? 0)}%`);
  };
  const place = (): void => {
    const plot = plotOf();
    // The figure shows something else than was guessed at.
    if (!plot) {
      put([], '');
      return;
    }
    const [at, from] = [plot.getBoundingClientRect(), body.getBoundingClientRect()];
    // Between both sides, so that it is never wider than a figure that has just become narrower.
    for (const [side, length] of Object.entries({
      left: at.left - from.left,
      right: from.right - at.right,
      top: at.top - from.top,
      height: at.height,
    }))
      layer.style.setProperty(side, `${length}px`);
    if (shown) put(strokeOf(shown.values), shown.word);
  };
  const moved = new ResizeObserver(place);
  for (const one of [body, plotOf()]) if (one) moved.observe(one);
  new MutationObserver(place).observe(body, { subtree: true, attributeFilter: ['data-y-axis', 'data-x-places'] });
  place();

  const draw: Pencil['draw'] = (values, word) => {
    shown = { values, word };
    put(strokeOf(values), word);
  };
  const rest = (): void => {
    stopAsking?.();
    stopAsking = undefined;
    delete layer.dataset['asks'];
  };
  return {
    draw,
    rest,
    ask: (said) => {
      rest();
      layer.dataset['asks'] = '';
      stopAsking = followStrokes(layer, (stroke, isDone) => {
        if (!isDone) {
          put(stroke, '');
          return;
        }
        const axis = axisOf();
        if (!isMeant(stroke)) put(shown ? strokeOf(shown.values) : [], shown?.word ?? '');
        else if (over === 'plane') said(stroke.flat().map((share) => Number(share.toFixed(3))));
        else if (axis) said((heightsAt(stroke, placesOf()) ?? []).map((height) => valueAt(axis, 1 - height)));
      });
    },
    clear: () => {
      rest();
      shown = undefined;
      put([], '');
    },
    show: (isShown) => {
      layer.hidden = !isShown;
      place();
    },
  };
}

const inPairs = (numbers: readonly number[]): StrokePoint[] =>
  numbers.flatMap((x, k) => (k % 2 === 0 ? [[x, numbers[k + 1] ?? 0] as const] : []));
