/** The tables of real measurements that the site ships, by the names of their files in `public/data/`. */
export const realTables = {
  iris: 'Iris',
  wine: 'Wine',
  'breast-cancer': 'Breast cancer',
  abalone: 'Abalone',
} as const;
export type RealTable = keyof typeof realTables;

/** The names of the tables, from the smallest to the largest. */
export const realTableNames = Object.keys(realTables) as RealTable[];
