import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Aside from './Aside.astro';
import Cite from './Cite.astro';
import CodeBlock from './CodeBlock.astro';
import Equation from './Equation.astro';
import EquationRef from './EquationRef.astro';
import Figure from './Figure.astro';
import FigureRef from './FigureRef.astro';
import Remember from './Remember.astro';
import Result from './Result.astro';
import SetFigure from './SetFigure.astro';
import TableScroll from './TableScroll.astro';
import Term from './Term.astro';
import TryIt from './TryIt.astro';

const figureModules = import.meta.glob<{ default: AstroComponentFactory }>('./figures/*.astro', { eager: true });

/** Figures by the name authors use, which is the name of their file. */
const figures = Object.fromEntries(
  Object.entries(figureModules).map(([path, module]) => [path.replace(/^.*\/|\.astro$/g, ''), module.default]),
);

/** What every article is rendered with: the components authors name without importing them, and our forms of two plain elements. */
export const mdxComponents = {
  Aside,
  Cite,
  Equation,
  EquationRef,
  Figure,
  FigureRef,
  Remember,
  Result,
  SetFigure,
  Term,
  TryIt,
  ...figures,
  pre: CodeBlock,
  table: TableScroll,
};
