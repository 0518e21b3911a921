/**
 * Waits for something, but not for ever: drivers have been seen that never answer.
 *
 * @param milliseconds how long
 * @throws Error with `reason` as its message once the time is up
 */
export async function inTime<T>(work: Promise<T>, milliseconds: number, reason: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(reason)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
