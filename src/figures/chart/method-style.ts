/** The training methods that charts compare; `other` is any further one, `ideal` a reference that no method reaches, `paper` what the paper has. */
export type Method = 'erm' | 'mixup' | 'dropout' | 'both' | 'other' | 'ideal' | 'paper';

/** How a method looks in every chart: a hue and a mark, so that no method is told by hue alone. */
interface MethodStyle {
  /** A CSS color. */
  readonly color: string;
  /** Path data of its mark, about 9 px wide, centered on the origin. */
  readonly mark: string;
}

/** Neutral disc, violet diamond, green triangle, teal plus, ink square for others, an ink bar for the ideal, and a cross for the paper. */
export const methodStyles: Readonly<Record<Method, MethodStyle>> = {
  erm: { color: 'var(--erm)', mark: 'M-3.8 0a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0z' },
  mixup: { color: 'var(--mixup)', mark: 'M0-5.2L5.2 0L0 5.2L-5.2 0z' },
  dropout: { color: 'var(--dropout)', mark: 'M0-4.8L4.8 3.8L-4.8 3.8z' },
  both: { color: 'var(--both)', mark: 'M-1.6-4.8h3.2v3.2h3.2v3.2h-3.2v3.2h-3.2v-3.2h-3.2v-3.2h3.2z' },
  other: { color: 'var(--ink)', mark: 'M-3.6-3.6h7.2v7.2h-7.2z' },
  ideal: { color: 'var(--ink-muted)', mark: 'M-4-1h8v2h-8z' },
  paper: {
    color: 'var(--ink-muted)',
    mark: 'M-3.5-4.6L0-1.1L3.5-4.6L4.6-3.5L1.1 0L4.6 3.5L3.5 4.6L0 1.1L-3.5 4.6L-4.6 3.5L-1.1 0L-4.6-3.5z',
  },
};
