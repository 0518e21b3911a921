/**
 * The text of a file in `public/data/`.
 *
 * @param file name with its ending
 * @throws Error with the status, if the file cannot be had
 */
export async function fetchData(file: string): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/${file}`);
  if (!response.ok)
    throw new Error(
      `The data (${file}) could not be fetched (status ${response.status}). Check the connection and try again.`,
    );
  return response.text();
}
