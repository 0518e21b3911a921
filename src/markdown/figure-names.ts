/** The figure components authors may use by name, and the anchor each has unless the author gives another `id`. */
export const figureNames: Readonly<Record<string, string>> = {
  ConvexPoints: 'convex-points',
  AlteredDigits: 'altered-digits',
  ErmVsMixup: 'erm-vs-mixup',
  LabelSimplex: 'label-simplex',
  LossOfBlend: 'loss-of-blend',
  MixDigits: 'mix-digits',
  Vicinities: 'vicinities',
};
