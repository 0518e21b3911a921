/** Hours of the day as a clock shows them: 14.6 is "14:36", 24 is "24:00". */
export function clockTime(hours: number): string {
  const minutes = Math.round(60 * hours);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
