/** How long a scene stands at the line before it sets the figure: whoever flicks past sets nothing. */
const restMs = 160;

/**
 * Tells which of some scenes stands at a line of the window. Scenes tile, so that one does at any time, however the reader came
 * there: by scrolling, by a link or by the keyboard.
 *
 * @param line margins that leave the line of the window, as for an IntersectionObserver
 * @param onArrive called at once with the scene that has come to the line
 * @param onRest called when it has stood there for a moment
 * @returns the way to stop
 */
export function watchScenes(
  scenes: readonly HTMLElement[],
  line: string,
  onArrive: (scene: HTMLElement) => void,
  onRest: (scene: HTMLElement) => void,
): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let current: HTMLElement | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const arrived = entries.findLast(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined;
      if (!arrived || arrived === current) return;
      current = arrived;
      onArrive(arrived);
      clearTimeout(resting);
      resting = setTimeout(() => onRest(arrived), restMs);
    },
    { rootMargin: line },
  );
  for (const scene of scenes) observer.observe(scene);
  return () => {
    clearTimeout(resting);
    observer.disconnect();
  };
}
