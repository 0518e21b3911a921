/**
 * The text of a file in `public/data/`.
 *
 * @param file name with its ending
 * @throws Error with a sentence for the reader, if the file cannot be had
 */
export async function fetchData(file: string): Promise<string> {
  const sentence = (why: string): string =>
    `The data (${file}) could not be fetched${why}. Check the connection and try again.`;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/${file}`);
    if (response.ok) return await response.text();
    throw new Error(sentence(` (status ${response.status})`));
  } catch (cause) {
    // Without a connection browsers throw, each in words of its own.
    if (cause instanceof TypeError) throw new Error(sentence(''), { cause });
    throw cause;
  }
}
