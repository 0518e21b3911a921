/** Where the blog is served unless the variable PORT says otherwise. */
const usual = 4321;

/**
 * The port that the variable PORT asks for.
 *
 * @param {string | undefined} value what the variable holds; undefined when it is not set
 * @returns {number} from 0, which means any free one, to 65535
 * @throws when it is no port
 */
export function readPort(value) {
  if (value === undefined || value === '') return usual;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new Error(`PORT: expected a whole number from 0 (any free port) to 65535, came "${value}".`);
  }
  return Number(value);
}
