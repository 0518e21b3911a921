/**
 * The members of a list that must not be empty. Whatever is expected of each member of a list holds of an empty one too, so
 * a test that looks at a list it has found takes it through this.
 *
 * @param what the members, in the plural
 * @throws if there is none
 */
export function expectSome<Member>(list: Iterable<Member>, what: string): Member[] {
  const members = [...list];
  if (members.length === 0) throw new Error(`Expected some ${what}, found none.`);
  return members;
}
