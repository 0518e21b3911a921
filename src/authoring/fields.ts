import { z } from 'astro/zod';
import { unknownKey } from '../markdown/near-keys.ts';
import { shown } from './mistake.ts';

/** How a field is written, for the catalogue of what authors may write. */
export interface FieldHelp {
  readonly name: string;
  /** What it must be, in words. */
  readonly expected: string;
  /** As an author writes it. */
  readonly example: string;
  readonly isRequired: boolean;
}

/**
 * A field that says in one sentence what is wrong with it and what to write.
 *
 * @param schema what it must be
 * @param expected the same in words: "a title of 3 to 80 characters"
 * @param example as an author writes it: "title: Training with mixup"
 */
export function field<Schema extends z.ZodType>(schema: Schema, expected: string, example: string) {
  const told = z.unknown().transform((value, context): z.output<Schema> => {
    const { success, data, error } = schema.safeParse(value);
    if (success) return data;
    const within = error.issues.filter(({ path, code }) => path.length > 0 && code === 'custom');
    for (const { path, message } of within) context.addIssue({ code: 'custom', path, message });
    if (within.length > 0) return z.NEVER;
    const wrong =
      value === undefined ? 'is missing' : `must be ${expected}; it is ${value === null ? 'empty' : shown(value)}`;
    context.addIssue({ code: 'custom', message: `${wrong}. Write ${example}` });
    return z.NEVER;
  });
  return told.meta({ expected, example });
}

/** The fields of an object that {@link fields} has made, in their order. */
export function helpOf(shape: z.ZodType): FieldHelp[] {
  const known = shape.meta()?.['fields'] as Readonly<Record<string, z.ZodType>> | undefined;
  return Object.entries(known ?? {}).map(([name, schema]) => {
    const { expected, example } = schema.meta() as unknown as Pick<FieldHelp, 'expected' | 'example'>;
    return { name, expected, example, isRequired: !schema.safeParse(undefined).success };
  });
}

/**
 * An object of known fields. Each mistake sits on its field, so that its line can be named; an unknown field is one, and lists those
 * there are.
 *
 * @param subject what the object is, for the message: "The front matter of an article"
 * @param shape one schema for each field
 */
export function fields<Shape extends z.ZodRawShape>(subject: string, shape: Shape) {
  const whole = z.record(z.string(), z.unknown()).transform((given, context): z.infer<z.ZodObject<Shape>> => {
    const read: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(shape)) {
      const result = z.safeParse(schema, given[key]);
      if (result.success) {
        if (result.data !== undefined) read[key] = result.data;
        continue;
      }
      for (const { path, message } of result.error.issues)
        context.addIssue({ code: 'custom', path: [key, ...path], message });
    }
    const known = Object.keys(shape);
    for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
      const message = unknownKey('field', key, known, `${subject} has no other fields.`);
      context.addIssue({ code: 'custom', path: [key], message });
    }
    return read as z.infer<z.ZodObject<Shape>>;
  });
  return whole.meta({ fields: shape });
}
