/** Keys that move a handle or press a button. */
const acting = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Enter',
  ' ',
  'Delete',
  'Backspace',
]);

/** What browsers tell of a reader who uses a control. */
export const touches = ['input', 'change', 'click', 'pointerdown', 'keydown'] as const;

/**
 * Which control of a figure a reader uses: the name in the nearest `data-control`, or `other` for fields without a name. Nothing
 * where the event uses no control: opening a sheet, following a link, tabbing on.
 */
export function touchedControl(event: Event): string | undefined {
  const { target, type } = event;
  // What a script dispatches is not the reader's doing, except where it repeats what the reader did before it was there.
  if (!(target instanceof Element)) return undefined;
  const name = target.closest<HTMLElement>('[data-control]')?.dataset['control'];
  const field = target.closest('input, select');
  if (type === 'input' || type === 'change') return field ? (name ?? 'other') : undefined;
  if (field || name === undefined) return undefined;
  // What is pressed and not dragged may be touched on the way of a scroll.
  const button = target.closest('button, [data-pressed]');
  if (type === 'click') return button ? name : undefined;
  if (button) return undefined;
  if (type === 'keydown') return acting.has((event as KeyboardEvent).key) ? name : undefined;
  return name;
}
