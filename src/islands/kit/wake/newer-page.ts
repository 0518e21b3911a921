/** Which version of the page this is: what the build wrote into its head. */
const versionIn = (page: Document): string | undefined =>
  page.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;

/** Whether the host has another version of this page than the one that is open: it was published again since. */
export async function hasNewerPage(): Promise<boolean> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-cache' });
    if (!response.ok) return false;
    const published = versionIn(new DOMParser().parseFromString(await response.text(), 'text/html'));
    return published !== undefined && published !== versionIn(document);
  } catch {
    return false;
  }
}
