/** The largest change looked at, in percent of the range from paper to ink: as far as the slider goes. */
export const mostEpsilon = 30;

/**
 * The smallest change that turns an answer, to a tenth of a percent: whole percents are tried from below, and the tenths under the
 * first that does.
 *
 * @param turns whether an attack of a given epsilon, in percent, turns it
 * @returns percent; nothing where none up to {@link mostEpsilon} does
 */
export async function turningEpsilon(turns: (epsilon: number) => Promise<boolean>): Promise<number | undefined> {
  for (let whole = 1; whole <= mostEpsilon; whole += 1) {
    if (!(await turns(whole))) continue;
    for (let tenths = 10 * whole - 9; tenths < 10 * whole; tenths += 1) {
      if (await turns(tenths / 10)) return tenths / 10;
    }
    return whole;
  }
  return undefined;
}
