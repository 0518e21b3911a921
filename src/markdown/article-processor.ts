import { rehypeHeadingIds, rehypeShiki, unified, type ShikiConfig } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { contentIndex } from './content-index.ts';
import { katexSettings } from './katex-settings.ts';
import { rehypeRefuseMistakes } from './note-mistake.ts';
import { rehypeAnchors } from './rehype-anchors.ts';
import { rehypeHeadingAnchors } from './rehype-heading-anchors.ts';
import { rehypeLeanFormulas } from './rehype-lean-formulas.ts';
import { rehypeOwnPictures } from './rehype-own-pictures.ts';
import { rehypePlainAnnotations } from './rehype-plain-annotations.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';
import { rehypeUnbrokenMaths } from './rehype-unbroken-maths.ts';
import { notesInEnglish, rehypeWords } from './rehype-words.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkComponentProps } from './remark-component-props.ts';
import { remarkExperimentParts } from './remark-experiment-parts.ts';
import { remarkFormulaSymbols } from './remark-formula-symbols.ts';
import { remarkKnownComponents } from './remark-known-components.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkNamedValues } from './remark-named-values.ts';
import { remarkNumbering } from './remark-numbering.ts';
import { remarkOwnFilms } from './remark-own-films.ts';
import { remarkOwnPictures } from './remark-own-pictures.ts';
import { remarkPaperTables } from './remark-paper-tables.ts';
import { remarkPlainParts } from './remark-plain-parts.ts';
import { remarkReadingTime } from './remark-reading-time.ts';
import { remarkStage } from './remark-stage.ts';
import { remarkStrictMath } from './remark-strict-math.ts';
import { remarkTerms } from './remark-terms.ts';
import { remarkUnits } from './remark-units.ts';
import { wordsOfFile } from './words-of-file.ts';

/**
 * How an article's MDX becomes a page: what authors may write, and every mistake that fails the build.
 *
 * @param root the folder of the project
 * @param base the path the site is published below, with both slashes
 * @param colors of code; it stays plain without them
 */
export function articleProcessor(root: string, base: string, colors?: ShikiConfig) {
  const { works, terms, pages, ...named } = contentIndex(root);
  const wordsOf = wordsOfFile(root);
  return unified({
    remarkPlugins: [
      remarkMath,
      remarkStrictMath,
      remarkKnownComponents,
      remarkComponentProps,
      remarkPlainParts,
      [remarkLinks, { pages }],
      [remarkOwnPictures, { root }],
      [remarkOwnFilms, { root }],
      [remarkNamedValues, named],
      remarkNumbering,
      remarkFormulaSymbols,
      remarkStage,
      remarkPaperTables,
      remarkExperimentParts,
      [remarkCitations, { works, wordsOf }],
      [remarkTerms, { terms, wordsOf }],
      remarkReadingTime,
      [remarkUnits, { wordsOf }],
    ],
    rehypePlugins: [
      [rehypeKatex, katexSettings],
      // Formulas are code until they have been set.
      ...(colors ? [[rehypeShiki, colors] as [typeof rehypeShiki, ShikiConfig]] : []),
      rehypePlainAnnotations,
      rehypeUnbrokenMaths,
      rehypeLeanFormulas,
      rehypeHeadingIds,
      [rehypeHeadingAnchors, { wordsOf }],
      [rehypeWords, { wordsOf }],
      rehypeAnchors,
      [rehypeOwnPictures, { root }],
      [rehypeSiteLinks, { base, wordsOf }],
      rehypeRefuseMistakes,
    ],
    remarkRehype: { footnoteLabel: notesInEnglish.label, footnoteLabelProperties: {}, footnoteBackLabel: backLabel },
  });
}

/** What the arrow behind a note says; a note that is referred to again has a numbered arrow for each place. */
function backLabel(_note: number, place: number): string {
  return place > 1 ? `${notesInEnglish.back}, ↩${place}` : notesInEnglish.back;
}
