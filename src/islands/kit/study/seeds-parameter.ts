const counts = ['1', '2', '4', '8', '16'] as const;
type Count = (typeof counts)[number];

/** How many seeds a study is run with: seeds 1 to that number. */
export function seedsParameter(count: Count) {
  return {
    kind: 'choice',
    key: 'seeds',
    label: 'number of seeds',
    choices: counts.map((value) => ({ value, name: value })),
    default: count,
  } as const;
}
