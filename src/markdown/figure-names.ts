/** The figure components authors may use by name, and the anchor each has unless the author gives another `id`. */
export const figureNames: Readonly<Record<string, string>> = {
  AlphaBatch: 'alpha-batch',
  AlteredDigits: 'altered-digits',
  BendCurve: 'bend-curve',
  BlendBatch: 'blend-batch',
  BlendPictures: 'blend-pictures',
  ConvexPoints: 'convex-points',
  ErmVsMixup: 'erm-vs-mixup',
  LabelSimplex: 'label-simplex',
  LossOfBlend: 'loss-of-blend',
  LossesOfExamples: 'losses-of-examples',
  Memorization: 'memorization',
  MixDigits: 'mix-digits',
  PaperChanges: 'paper-changes',
  StrengthOfAlpha: 'strength-of-alpha',
  TrainingAndTesting: 'training-and-testing',
  Vicinities: 'vicinities',
};
