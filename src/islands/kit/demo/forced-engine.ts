import { figureWords } from '../../../words/figure-words.ts';
import { fill } from '../../../words/words.ts';
import { engineLabels, type EngineName } from '../../../engine/engine.ts';
import { queryValue } from '../../../parameters/query-pieces.ts';
import { quote } from '../../../parameters/url-codec.ts';

/** Whether a text names an engine. */
export function isEngineName(text: string): text is EngineName {
  return Object.hasOwn(engineLabels, text);
}

/** The engine that `?engine=` asks for, and sentences for the reader if it asks for one that does not exist. */
export function forcedEngine(search: string): { name: EngineName | undefined; notices: readonly string[] } {
  const given = queryValue(search, 'engine');
  if (given === undefined) return { name: undefined, notices: [] };
  const asked = given.toLowerCase();
  if (isEngineName(asked)) return { name: asked, notices: [] };
  const known = Object.keys(engineLabels).join(', ');
  return { name: undefined, notices: [fill(figureWords.noEngine, { asked: quote(given), known })] };
}
