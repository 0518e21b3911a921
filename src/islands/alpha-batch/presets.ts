/** An alpha that the paper used, and what it used it for. */
interface Preset {
  readonly alpha: number;
  readonly notice: string;
}

/** The alphas to start from. */
export const presets: readonly Preset[] = [
  { alpha: 0.1, notice: 'Spoken commands (Fig. 4 of the paper). Most blends are one example with a trace of another.' },
  {
    alpha: 0.2,
    notice: 'ResNets on ImageNet (Table 1), and spoken commands (Fig. 4). Count the dashed frames.',
  },
  { alpha: 1, notice: 'CIFAR (Sec. 3.2). Every λ is equally likely; one pair in five is barely mixed.' },
  { alpha: 8, notice: '20 % wrong labels (Table 2). Hardly any pair is barely mixed.' },
  { alpha: 32, notice: '50 % and 80 % wrong labels (Table 2). Every blend is close to half and half.' },
];

/** What to see at an alpha of the reader's own. */
export function noticeAt(alpha: number): string {
  const preset = presets.find((one) => one.alpha === alpha);
  if (preset) return preset.notice;
  if (alpha === 0) return 'α = 0 stands for ERM: λ is always 1, and every picture is its first image.';
  if (alpha < 1) return 'Below 1, λ crowds near 0 and 1.';
  return 'Above 1, λ crowds around one half.';
}
