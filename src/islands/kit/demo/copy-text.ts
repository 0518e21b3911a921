/** The command that every browser still has, and that needs no secure page; lib.dom marks it as deprecated. */
interface CommandDocument {
  readonly execCommand?: (command: 'copy') => boolean;
}

/**
 * Puts a text on the reader's clipboard. On pages that are served by plain http:// browsers give no clipboard; there the text
 * is copied by way of a selection.
 *
 * @returns whether it could be done; nothing is thrown
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The reader or the frame around the page forbids it; a selection may still be copied.
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  // What is hidden from the eye runs on in one line otherwise, and code without its indents.
  area.style.whiteSpace = 'pre';
  document.body.append(area);
  area.select();
  try {
    return (document as CommandDocument).execCommand?.('copy') ?? false;
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
