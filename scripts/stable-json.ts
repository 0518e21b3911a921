import type { Json } from './experiments/experiment.ts';

/** Values no longer than this are written on one line. */
const lineWidth = 120;

/** Writes JSON for reading and for comparing by line: short values on one line, others one entry to a line, keys in their own order. */
export function stableJson(value: Json, indent = ''): string {
  const short = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
  if (value === null || typeof value !== 'object' || indent.length + short.length <= lineWidth) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + stableJson(item as Json, deeper)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value as Record<string, Json>);
  return `{\n${entries.map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${stableJson(item, deeper)}`).join(',\n')}\n${indent}}`;
}
