/**
 * The tools that build the site take a folder's name for part of an address, where these characters mean something else.
 *
 * @param {string} folder where the project lies
 * @throws when its path holds one of them, with a sentence that says what to do
 */
export function checkFolder(folder) {
  const found = ['#', '?', '%'].filter((character) => folder.includes(character));
  if (found.length === 0) return;
  const named = found.map((character) => `“${character}”`).join(' and ');
  throw new Error(
    `The site can't be built in a folder with ${named} in its path: ${folder}\nRename or move that folder.`,
  );
}
