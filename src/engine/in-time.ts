/**
 * Starts something and waits for it, but not for ever: drivers have been seen that never answer.
 *
 * @param start begins the work; what it throws at once counts as its rejection
 * @param milliseconds how long to wait
 * @param reason message of the error once the time is up
 * @param discard frees what comes too late
 * @throws Error with `reason` as its message once the time is up, or what the work itself ends with
 */
export async function inTime<T>(
  start: () => T | Promise<T>,
  milliseconds: number,
  reason: string,
  discard: (late: T) => void = () => undefined,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const work = new Promise<T>((resolve) => resolve(start()));
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Error(reason));
    }, milliseconds);
  });
  work.then(
    (result) => {
      if (isLate) discard(result);
    },
    () => undefined,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
