/**
 * What one or another of the oldest browsers (Chrome 113, Firefox 115, Safari 16.4) lacks, and how to take it from one that has it.
 */

/** A feature of CSS, and a sheet as a browser without it reads it: with a word that it doesn't know. */
export interface StyleFeature {
  readonly name: string;
  readonly hide: (sheet: string) => string;
  /** Whether the site writes the colors of a scheme with it. */
  readonly colors?: true;
}

export const styleFeatures: readonly StyleFeature[] = [
  { name: 'light-dark()', hide: (sheet) => sheet.replaceAll('light-dark(', 'unknown('), colors: true },
  { name: ':has()', hide: (sheet) => sheet.replaceAll(':has(', ':unknown('), colors: true },
  { name: ':popover-open', hide: (sheet) => sheet.replaceAll(':popover-open', ':unknown') },
  // Only of gradients: color-mix(in oklab, ...) is older.
  {
    name: 'gradients in OKLab',
    hide: (sheet) => sheet.replace(/linear-gradient\((to right )?in oklab/g, 'linear-gradient($1in unknown'),
  },
  { name: 'silent content', hide: (sheet) => sheet.replace(/(content:\s*"[^"]*") \/ ""/g, '$1 unknown') },
  {
    name: 'anchors of popovers',
    hide: (sheet) => sheet.replace(/position-(area|try-fallbacks|anchor)/g, 'unknown-$1'),
  },
  { name: 'balanced and pretty lines', hide: (sheet) => sheet.replaceAll('text-wrap:', 'unknown:') },
  { name: 'subgrids', hide: (sheet) => sheet.replaceAll('subgrid', 'unknown') },
  { name: '::details-content', hide: (sheet) => sheet.replaceAll('::details-content', '::unknown') },
  { name: '@media (scripting)', hide: (sheet) => sheet.replace(/\(scripting:\s*none\)/g, '(unknown: none)') },
  { name: 'scrollbar-gutter', hide: (sheet) => sheet.replaceAll('scrollbar-gutter', 'unknown') },
];

/** What came later to the language and to the page, by its path from the global object: each kind came, and lacks, by itself. */
export const laterBuiltins: Readonly<Record<string, readonly string[]>> = {
  'later promises': ['Promise.withResolvers', 'Promise.try', 'Array.fromAsync', 'Atomics.waitAsync', 'AbortSignal.any'],
  'grouping and maps that fill themselves': [
    'Object.groupBy',
    'Map.groupBy',
    'Map.prototype.getOrInsert',
    'Map.prototype.getOrInsertComputed',
  ],
  'iterators with methods': ['Iterator'],
  'operations on sets': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ].map((name) => `Set.prototype.${name}`),
  'later texts and addresses': [
    'String.prototype.isWellFormed',
    'String.prototype.toWellFormed',
    'RegExp.escape',
    'Error.isError',
    'URL.canParse',
    'URL.parse',
    'URLSearchParams.prototype.size',
  ],
  'later numbers and buffers': [
    'ArrayBuffer.prototype.transfer',
    'ArrayBuffer.prototype.resize',
    'Math.f16round',
    'Math.sumPrecise',
    'Float16Array',
    'Uint8Array.fromBase64',
    'Uint8Array.prototype.toBase64',
  ],
  'ways of a page to plan': ['requestIdleCallback', 'scheduler', 'navigation'],
  'later elements': [
    'Document.prototype.startViewTransition',
    'Document.parseHTMLUnsafe',
    'Element.prototype.checkVisibility',
    'Element.prototype.moveBefore',
    'Element.prototype.role',
    'Element.prototype.ariaExpanded',
    'Element.prototype.ariaPressed',
  ],
  popovers: [
    'ToggleEvent',
    ...['popover', 'showPopover', 'hidePopover', 'togglePopover'].map((name) => `HTMLElement.prototype.${name}`),
  ],
};

/**
 * @param paths of built-in values, from the global object
 * @returns a script that takes them away from the page or worker that runs it
 */
export function takeAway(paths: readonly string[]): string {
  return `{
    for (const path of ${JSON.stringify(paths)}) {
      const names = path.split('.');
      const last = names.pop();
      const owner = names.reduce((value, name) => value?.[name], globalThis);
      if (owner !== undefined) delete owner[last];
    }
  }`;
}
