import { globSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { expect, test } from '@playwright/test';
import { expectSome } from '../expect-some.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // KaTeX, Shiki and positions in figures use style attributes; Svelte writes boolean attributes with empty values and closes inputs.
    'no-inline-style': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // Scrolling regions and margin notes are named where they are not unique in kind.
    'prefer-native-element': 'off',
    'unique-landmark': 'off',
  },
});

for (const file of expectSome(globSync('dist/**/*.html'), 'pages')) {
  test(`${file} is valid HTML`, async () => {
    const { results } = await validator.validateFile(file);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ message, selector }) => `${message} (${selector ?? ''})`),
    );
    // Astro writes the one rule of its islands beside the first of them.
    expect(faults.filter((fault) => !fault.startsWith('<style> element is not permitted'))).toEqual([]);
  });
}
