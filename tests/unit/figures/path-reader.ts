/** Reads path data made of M, l, h, v and z into closed or open runs of absolute corners. */
export function readPath(path: string): { corners: [number, number][]; closed: boolean }[] {
  const runs: { corners: [number, number][]; closed: boolean }[] = [];
  for (const [, command, rest] of path.matchAll(/([MlhvzL])([^MlhvzL]*)/g)) {
    const numbers = (rest?.match(/-?[\d.]+/g) ?? []).map(Number);
    const run = runs.at(-1);
    const [x, y] = run?.corners.at(-1) ?? [NaN, NaN];
    const [first = NaN, second = NaN] = numbers;
    if (command === 'M') runs.push({ corners: [[first, second]], closed: false });
    else if (!run) throw new Error(`"${path}" does not begin with M`);
    else if (command === 'z') run.closed = true;
    else if (command === 'h') run.corners.push([x + first, y]);
    else if (command === 'v') run.corners.push([x, y + first]);
    else run.corners.push([x + first, y + second]);
  }
  return runs;
}

/** Whether a place is inside by the even-odd rule. */
export function isInside(path: string, x: number, y: number): boolean {
  let crossings = 0;
  for (const { corners } of readPath(path)) {
    corners.forEach(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length] as [number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings += 1;
    });
  }
  return crossings % 2 === 1;
}
