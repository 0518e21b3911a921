/** The spellings of one name: of a folder and an anchor, of a value in code, and of a component. */
export interface Names {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
}

/**
 * The spellings of a name that an author gives a figure or an experiment.
 *
 * @throws RangeError for what is no name of a folder and an anchor
 */
export function namesOf(name: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new RangeError(
      `name: expected small letters and digits, words parted by hyphens, such as two-moons, got "${name}".`,
    );
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { kebab: name, camel, pascal: camel.charAt(0).toUpperCase() + camel.slice(1) };
}

/**
 * What the address of an article ends in, made of its title: "Why λ = ½?" becomes `why`.
 *
 * @throws RangeError for a title without a letter or a digit of ASCII
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words) throw new RangeError(`title: expected words with letters from a to z, got "${title}".`);
  return words.join('-');
}
