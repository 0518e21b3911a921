import { expect, test } from 'vitest';
import { expectSome } from '../../expect-some.ts';
import { importsOf, sourceOf, sourcesBelow } from './imports.ts';

const sources = sourcesBelow('src');
const imports = [...sources, ...sourcesBelow('scripts', 'tests'), 'astro.config.mjs'].flatMap(importsOf);

/** Files whose exports are found by where they are: pages, collections and the middleware by Astro, setups, results and addresses of rooms and cards of data by their names. */
const isFoundByName = (file: string): boolean =>
  file.startsWith('src/pages/') ||
  file === 'src/content.config.ts' ||
  file === 'src/middleware.ts' ||
  /^src\/(islands\/[^/]+\/(setup|results|address)|data\/[^/]+\/card)\.ts$/.test(file);

test('what a file exports, another imports', () => {
  const files = sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !isFoundByName(file));
  const unused = expectSome(files, 'sources').flatMap((file) => {
    // A build without vectors takes `x-plain.ts` in the place of `x.ts`.
    const taken = imports.filter(({ to }) => to === file.replace('-plain.ts', '.ts'));
    if (taken.some(({ names }) => names === undefined)) return [];
    const names = new Set(taken.flatMap((one) => one.names ?? []));
    const exported = sourceOf(file).matchAll(
      /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type) (\w+)/gm,
    );
    return [...exported].filter(([, name = '']) => !names.has(name)).map(([, name]) => `${file}: ${name}`);
  });
  expect(unused).toEqual([]);
});

test('imports run in no circle', () => {
  const next = new Map(
    sources.map((file) => [
      file,
      imports.filter(({ from, isTypeOnly }) => from === file && !isTypeOnly).map(({ to }) => to),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const one of next.get(file) ?? []) follow(one, [...path, file]);
    done.add(file);
  };
  for (const file of expectSome(sources, 'sources')) follow(file, []);
  expect(circles).toEqual([]);
});

test('no source is longer than 300 lines', () => {
  const long = [...sources, ...sourcesBelow('scripts')].filter((file) => sourceOf(file).split('\n').length > 301);
  expect(long).toEqual([]);
});
