declare module 'virtual:catalogue' {
  import type { Catalogue } from '@/authoring/catalogue/catalogue.ts';
  import type { CatalogueFigure } from '@/authoring/catalogue/figures.ts';

  export type { CatalogueFigure };
  const catalogue: Catalogue;
  export default catalogue;
}
