/** A property that a component's source says it takes. */
interface SourceProp {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag' | readonly string[];
  readonly isOptional: boolean;
  /** Its comment. */
  readonly says: string;
}

/**
 * The properties that an Astro component takes, as `interface Props` in its source lists them.
 *
 * @returns none where it has no such interface
 */
export function readProps(source: string): SourceProp[] {
  const [, body = ''] = /^interface Props \{\n([\s\S]*?)^\}/m.exec(source) ?? [];
  const properties = body.matchAll(/^ {2}(?:\/\*\* ([\s\S]*?) \*\/\n {2})?(\w+)(\??): ([^;]+);/gm);
  return Array.from(properties, ([, says = '', name = '', optional, type = '']) => ({
    name,
    kind: kindOf(type.replace(/ \| undefined$/, '')),
    isOptional: optional === '?',
    says: says.replace(/\s*\n\s*\*\s*/g, ' '),
  }));
}

function kindOf(type: string): SourceProp['kind'] {
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'flag';
  const choices = Array.from(type.matchAll(/'([^']*)'/g), ([, choice]) => choice as string);
  return choices.length > 0 ? choices : 'text';
}
