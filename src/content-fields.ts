import { z } from 'astro/zod';

/**
 * An object of known fields. An unknown one is an error that sits on that field, so that the build can name its line, and lists
 * the fields there are.
 *
 * @param subject what the object is, for the message: "The front matter of an article"
 * @param shape one schema for each field
 */
export function fields<Shape extends z.ZodRawShape>(subject: string, shape: Shape) {
  const known = Object.keys(shape);
  return z
    .looseObject(shape)
    .superRefine((value, context) => {
      for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `${subject} has no field "${key}". Remove it, or use one of: ${known.join(', ')}.`,
        });
      }
    })
    .transform((value) => value as z.infer<z.ZodObject<Shape>>);
}
