const mark = '\\htmlData{sym=';

/** A piece of a formula whose symbol has a name, `\htmlData{sym=name}{tex}`; places are counted in the formula's text. */
interface NamedSymbol {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the last two braces. */
  readonly tex: string;
}

/** The names of a formula's symbols, each once, in the order of the formula. */
export function symbolNames(tex: string): string[] {
  const names: string[] = [];
  for (let found = nextSymbol(tex, 0); found; found = nextSymbol(tex, found.start + 1)) names.push(found.name);
  return [...new Set(names)];
}

/** A formula as it would be without names for its symbols: what readers copy. */
export function withoutNames(tex: string): string {
  const found = nextSymbol(tex, 0);
  if (!found) return tex;
  return withoutNames(tex.slice(0, found.start) + found.tex + tex.slice(found.end));
}

/** The first symbol with a name at a place or after it. */
function nextSymbol(tex: string, from: number): NamedSymbol | undefined {
  const start = tex.indexOf(mark, from);
  if (start < 0) return undefined;
  const close = tex.indexOf('}{', start);
  let depth = 0;
  for (let at = close + 1; close >= 0 && at < tex.length; at += 1) {
    if (tex[at] === '\\') at += 1;
    else if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}') depth -= 1;
    if (depth === 0)
      return { name: tex.slice(start + mark.length, close), start, end: at + 1, tex: tex.slice(close + 2, at) };
  }
  return undefined;
}
