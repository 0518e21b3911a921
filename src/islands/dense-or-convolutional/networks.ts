/** The networks of the study from small to large, and what they are called; `short` where there is little room. */
export const networks = [
  { key: 'dense-32', label: 'dense, 2 × 32 units', short: 'dense, 32' },
  { key: 'dense-128', label: 'dense, 2 × 128 units', short: 'dense, 128' },
  { key: 'convolutions-8', label: 'convolutions, 2 × 8 channels', short: 'conv., 8' },
  { key: 'convolutions-16', label: 'convolutions, 2 × 16 channels', short: 'conv., 16' },
] as const;

/** The network of a condition. @param name such as `erm-dense-32` */
export const networkOf = (name: string): (typeof networks)[number] | undefined =>
  networks.find(({ key }) => name.endsWith(`-${key}`));
