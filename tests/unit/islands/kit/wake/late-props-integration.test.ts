import { expect, test } from 'vitest';
import { withLateProps } from '../../../../../src/islands/kit/wake/late-props-integration.ts';

const long = { text: `"quoted" & more, ${'0.123 '.repeat(400)}` };
const written = (props: object): string => JSON.stringify(props).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const island = (props: object, rest = 'ssr client="wake" opts="{}"'): string =>
  `<astro-island uid="1" component-url="/a.js" props="${written(props)}" ${rest}><p>drawn</p></astro-island>`;

test('long props lie in a file of their own, as they were, and the page names it', () => {
  const { html, files } = withLateProps(`<p>a</p>${island(long)}<p>b</p>`, '/mixup/');
  const [[name, text] = ['', '']] = files;
  expect(JSON.parse(text)).toEqual(long);
  expect(html).toBe(
    `<p>a</p><astro-island uid="1" component-url="/a.js" data-props="/mixup/${name}" ssr client="wake" opts="{}"><p>drawn</p></astro-island><p>b</p>`,
  );
});

test('equal props share a file, others do not', () => {
  const { files } = withLateProps(island(long) + island(long) + island({ ...long, more: 1 }), '/');
  expect(files.size).toBe(2);
});

test('what is short stays in the page, and so does what wakes in another way', () => {
  const page = island({ id: 'short' }) + island(long, 'ssr client="load" opts="{}"');
  expect(withLateProps(page, '/')).toEqual({ html: page, files: new Map() });
});
