import { z } from 'astro/zod';

/**
 * A day as it is written, such as 2026-11-22: a text with month and day in two digits that the calendar has. Becomes its midnight in UTC.
 */
export const day = z
  .string()
  .refine((text) => dayOf(text) !== undefined)
  .transform((text) => new Date(text));

/** The day that a text names, in UTC; nothing where it is not a day of the calendar, written year-month-day. */
function dayOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(text);
  // JavaScript takes February 31 for March 3.
  return !Number.isNaN(date.getTime()) && written(date) === text ? date : undefined;
}

/** A day as authors and machines write it. */
export const written = (date: Date): string => date.toISOString().slice(0, 10);

/** A day in words: "November 22, 2026". */
export const inWords = (date: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
