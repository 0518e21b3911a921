/** How fast an engine is, behind its name: ", 12,300 steps/s"; nothing as long as that is not known. */
export function speedText(modelStepsPerSecond: number | undefined): string {
  return modelStepsPerSecond ? `, ${Math.round(modelStepsPerSecond).toLocaleString('en-US')} steps/s` : '';
}
