/** What tests hold every article to, in numbers. */
export const writingRules = {
  /** Words of running text, by part: the fewest and the most. */
  words: { ideas: [700, 1400], experiments: [700, 1500], conclusions: [700, 2000] },
  /** Words before the first figure that can be touched, with the lead and headings. */
  wordsBeforeTouch: 150,
  /** Words of the median sentence. */
  medianSentence: 20,
  /** Measured values in a paragraph. */
  valuesInParagraph: 3,
  /** Sentences of `<Remember>`: the fewest and the most. */
  remembered: [3, 5],
  /** Words of a caption. */
  caption: 45,
  /** Words of a scene. */
  scene: 60,
  /** Words of a guess's question. */
  guess: 32,
  /** Words of a heading, at least. */
  heading: 3,
} as const;

/** The rules in sentences, in the order in which an author meets them. */
export function rulesInWords(): string[] {
  const { words, wordsBeforeTouch, medianSentence, valuesInParagraph, remembered, caption, scene, guess, heading } =
    writingRules;
  const lengths = Object.entries(words).map(([part, [fewest, most]]) => `${fewest} to ${most} in ${part}`);
  return [
    `An article has as many words as its part allows: ${lengths.join(', ')}. Code, formulas, notes and asides are not counted.`,
    `The first figure to touch stands within ${wordsBeforeTouch} words, the lead and headings counted.`,
    `Half of the sentences have at most ${medianSentence} words.`,
    `A paragraph holds at most ${valuesInParagraph} measured values.`,
    `A heading states something in at least ${heading} words, without a formula, full stop or colon. There are two or more.`,
    `An article has a guess, a footnote, a figure, a citation, and ends with ${remembered[0]} to ${remembered[1]} sentences to remember.`,
    `A caption has at most ${caption} words and begins with its take-away in bold.`,
    `A scene has a heading and at most ${scene} words; the question of a guess at most ${guess}.`,
    'The first “mixup” is in italics, and none has a capital but at the beginning of a sentence.',
    'Spelling is American. Words that add nothing, such as “of course”, are refused.',
    'Every picture has words for who does not see it.',
  ];
}
