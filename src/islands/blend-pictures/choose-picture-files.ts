/** What every browser decodes; drawings in SVG have no pixels of their own, and are not offered. */
const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp'];

/** In the page while its dialog is open: iOS forgets an input that is in no document, and what was chosen with it. */
let open: HTMLInputElement | undefined;

/** Opens the browser's dialog for picture files, and hands over what the reader chose; nothing if the dialog was dismissed. */
export function choosePictureFiles(onfiles: (files: readonly File[]) => void): void {
  // Older browsers do not say that a dialog was dismissed.
  open?.remove();
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = pictureTypes.join(',');
  input.multiple = true;
  input.className = 'visually-hidden';
  input.tabIndex = -1;
  input.setAttribute('aria-hidden', 'true');
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    input.remove();
    onfiles(Array.from(input.files ?? []));
  });
  document.body.append(input);
  open = input;
  input.click();
}
