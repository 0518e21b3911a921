/** Opens the browser's dialog for picture files, and hands over what the reader chose; nothing if the dialog was dismissed. */
export function choosePictureFiles(onfiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = true;
  input.addEventListener('change', () => onfiles(Array.from(input.files ?? [])));
  input.click();
}
