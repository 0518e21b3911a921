import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const modules = import.meta.glob<{ default: AstroComponentFactory }>(
  [
    './{Aside,Cite,CodeFile,Equation,EquationRef,ExperimentPart,FigureRef,Guess,GuessList,PaperNumber,PaperTable,Remember,Result,Scene,SetFigure,Stage,Term}.astro',
    '../islands/*/*.astro',
    '../islands/kit/frame/Figure.astro',
    './{CodeBlock,TableScroll}.astro',
  ],
  { eager: true },
);

const byName: Record<string, AstroComponentFactory> = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.astro$/g, ''), module.default]),
);
const { CodeBlock: pre, TableScroll: table, ...named } = byName;

/** What every article is rendered with: the components authors name without importing them, and our forms of two plain elements. */
export const mdxComponents = { ...named, pre, table };
