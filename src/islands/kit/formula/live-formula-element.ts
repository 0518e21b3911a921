import type { IntegerParameter, NumberParameter } from '../../../parameters/parameter.ts';
import { sliderPosition, valueAtPosition } from '../../../parameters/slider-scale.ts';
import { onFormulaTold, type FormulaNow } from './live-formula.ts';

/** How far a symbol is dragged for its whole range, in pixels. */
const dragForAll = 180;

/**
 * Joins a formula and its figure. Pointing at a symbol, or turning the focus to it, lights it there and here; a press keeps it lit.
 * Symbols that set something are dragged sideways, or moved by the slider below.
 */
export class LiveFormula extends HTMLElement {
  #lit: Element[] = [];
  /** The symbol that stays lit while none is pointed at. */
  #held: string | undefined;
  /** What was asked of the figure while it was not awake yet. */
  #waiting: Record<string, string> | undefined;
  #isAwake = false;

  connectedCallback(): void {
    const equation = this.closest<HTMLElement>('.equation');
    const figure = document.getElementById(this.dataset['figure'] ?? '');
    if (!equation || !figure) return;
    for (const part of [equation, figure]) this.#followPointing(part, equation);
    document.addEventListener('click', ({ target }) => this.#hold(symbolAt(target, equation)));
    this.addEventListener('keydown', (event) => this.#walk(event));
    for (const slider of this.#sliders) this.#connect(slider, equation);
    onFormulaTold(figure.id, (now) => this.#show(now, equation));
  }

  get #sliders(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-knob]')];
  }

  #followPointing(part: HTMLElement, equation: HTMLElement): void {
    const point = ({ target }: Event): void => this.#light(symbolAt(target, part) ?? this.#held, equation);
    const leave = (): void => this.#light(this.#held, equation);
    for (const type of ['pointerover', 'focusin']) part.addEventListener(type, point);
    for (const type of ['pointerleave', 'focusout']) part.addEventListener(type, leave);
  }

  /** A press on a symbol keeps it lit; one anywhere else lets it go. */
  #hold(sym: string | undefined): void {
    const equation = this.closest<HTMLElement>('.equation');
    if (!equation || (sym === undefined && this.#held === undefined)) return;
    // What is dragged is let go with the pointer.
    if (this.#sliders.some((slider) => slider.dataset['knob'] === sym)) return;
    this.#held = sym === this.#held ? undefined : sym;
    this.#light(this.#held, equation);
  }

  #light(sym: string | undefined, equation: HTMLElement): void {
    for (const element of this.#lit) element.removeAttribute('data-lit');
    const parts = [equation, document.getElementById(this.dataset['figure'] ?? '')];
    this.#lit =
      sym === undefined ? [] : parts.flatMap((part) => [...(part?.querySelectorAll(`[data-sym~="${sym}"]`) ?? [])]);
    for (const element of this.#lit) element.setAttribute('data-lit', '');
  }

  /** The symbols under the formula are one stop of the Tab key; arrow keys go from one to the next. */
  #walk(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.findIndex((button) => button === event.target);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = buttons[at + (step ?? 0)];
    if (at < 0 || !step || !next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  #connect(slider: HTMLInputElement, equation: HTMLElement): void {
    const parameter = parameterOf(slider);
    const ask = (): void => {
      const set = { [parameter.key]: String(valueAtPosition(parameter, slider.valueAsNumber)) };
      if (!this.#isAwake) this.#waiting = { ...this.#waiting, ...set };
      this.#ask(set);
    };
    slider.addEventListener('input', ask);
    for (const symbol of equation.querySelectorAll<HTMLElement>(`[data-sym="${slider.dataset['knob'] ?? ''}"]`)) {
      symbol.classList.add('formula-knob');
      symbol.addEventListener('pointerdown', (event) => {
        if (event.button !== 0) return;
        // The press would select text.
        event.preventDefault();
        const start = { x: event.clientX, position: slider.valueAsNumber };
        symbol.setPointerCapture(event.pointerId);
        const drag = ({ clientX }: PointerEvent): void => {
          const position = start.position + ((clientX - start.x) / dragForAll) * Number(slider.max);
          const before = slider.value;
          slider.valueAsNumber = Math.min(Number(slider.max), Math.max(0, Math.round(position)));
          if (slider.value !== before) ask();
        };
        symbol.addEventListener('pointermove', drag);
        const end = (): void => symbol.removeEventListener('pointermove', drag);
        symbol.addEventListener('lostpointercapture', end, { once: true });
      });
    }
  }

  #ask(set: Readonly<Record<string, string>>): void {
    document.dispatchEvent(new CustomEvent('figure:set', { detail: { figure: this.dataset['figure'], set } }));
  }

  #show({ lines, knobs, colors }: FormulaNow, equation: HTMLElement): void {
    for (const line of this.querySelectorAll<HTMLElement>('[data-line]')) {
      for (const [n, piece] of (lines[Number(line.dataset['line'])] ?? []).entries()) {
        const element = line.children[n];
        const text = typeof piece === 'string' ? piece : piece.text;
        if (!element || element.textContent === text) continue;
        element.textContent = text;
        const name = element.ariaLabel?.replace(/: .*/s, '');
        if (name) element.ariaLabel = `${name}: ${text}`;
      }
    }
    for (const slider of this.#sliders) {
      const now = knobs[slider.dataset['knob'] ?? ''];
      if (!now) continue;
      slider.valueAsNumber = sliderPosition(parameterOf(slider), now.value);
      slider.ariaValueText = now.text;
    }
    for (const [role, color] of Object.entries(colors ?? {})) equation.style.setProperty(`--${role}`, color);
    if (this.#isAwake) return;
    this.#isAwake = true;
    const asked = this.#waiting;
    // The figure may still be on its way to listening.
    if (asked) setTimeout(() => this.#ask(asked));
  }
}

function parameterOf(slider: HTMLInputElement): NumberParameter | IntegerParameter {
  return JSON.parse(slider.dataset['parameter'] ?? '') as NumberParameter | IntegerParameter;
}

/** The symbol that an element of some part of the page stands for. */
function symbolAt(target: EventTarget | null, part: HTMLElement): string | undefined {
  const marked = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-sym]') : null;
  return marked && part.contains(marked) ? marked.dataset['sym']?.split(' ')[0] : undefined;
}
