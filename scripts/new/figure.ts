import type { Draft } from './draft.ts';
import { namesOf } from './names.ts';

/**
 * The room of a new figure with one slider, its words, which other languages may say, and the test of its settings.
 *
 * @throws RangeError for what is no name
 */
export function draftFigure(name: string): Draft {
  const { kebab, camel, pascal } = namesOf(name);
  const room = `src/islands/${kebab}`;
  const test = `tests/unit/islands/${kebab}.test.ts`;
  return {
    files: {
      [`${room}/parameters.ts`]: `import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in this figure. */
export const ${camel}Parameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.5 },
});
`,
      [`${room}/words.ts`]: `import { words } from '../../words/words.ts';

/** What the figure says; another language says it in a file beside this one, words.de.json, by the same keys. */
export const ${camel}Words = words('${kebab}', {
  caption:
    '<strong>A caption begins with what the figure says.</strong> Then it says what to do: move λ, and see the color follow.',
  blend: '{first} of A and {second} of B',
});
`,
      [`${room}/${pascal}.svelte`]: `<script lang="ts">
  import { labelColor } from '../../figures/label/label-color.ts';
  import LiveText from '../../figures/text/LiveText.svelte';
  import { defaultsOf } from '../../parameters/parameter.ts';
  import { fill } from '../../words/words.ts';
  import { tableFormat } from '../kit/demo/address-format.ts';
  import DemoFrame from '../kit/demo/DemoFrame.svelte';
  import Dock from '../kit/demo/Dock.svelte';
  import { connectAddress } from '../kit/demo/figure-address.svelte.ts';
  import ParameterSlider from '../kit/demo/ParameterSlider.svelte';
  import { ${camel}Parameters as parameters } from './parameters.ts';
  import { ${camel}Words } from './words.ts';

  let { id = '${kebab}' }: { id?: string } = $props();

  let settings = $state.raw(defaultsOf(parameters));
  const said = $derived(
    fill(${camel}Words.blend, { first: settings.lambda.toFixed(2), second: (1 - settings.lambda).toFixed(2) }),
  );

  const address = connectAddress(
    id,
    tableFormat(id, parameters),
    () => settings,
    (asked) => (settings = asked),
  );
</script>

<DemoFrame {id} state="done" notices={address.notices}>
  <div data-plot>
    <svg viewBox="0 0 100 12" role="img" aria-label={said}>
      <rect width="100" height="12" fill={labelColor(1 - settings.lambda)} />
    </svg>
    <p><LiveText text={said} /></p>
  </div>
  <Dock>
    <ParameterSlider
      parameter={parameters.lambda}
      value={settings.lambda}
      format={(value) => value.toFixed(2)}
      onpreview={(lambda) => (settings = { ...settings, lambda })}
      onchange={(lambda) => (settings = { ...settings, lambda })}
    />
  </Dock>
</DemoFrame>
`,
      [`${room}/${pascal}.astro`]: `---
/** Figure: what it shows, in a line. */
import Figure from '../kit/frame/Figure.astro';
import ${pascal} from './${pascal}.svelte';
import { ${camel}Words } from './words.ts';

interface Props {
  id?: string;
  /** Injected at build. */
  number?: string;
}

const { id = '${kebab}', number } = Astro.props;
---

<Figure {id} {...(number !== undefined && { number })}>
  <${pascal} {id} client:wake />
  <Fragment slot="caption">
    <p set:html={${camel}Words.caption} />
  </Fragment>
</Figure>
`,
      [test]: `import { expect, test } from 'vitest';
import { ${camel}Parameters } from '../../../src/islands/${kebab}/parameters.ts';
import { defaultsOf } from '../../../src/parameters/parameter.ts';

test('it begins half way between A and B', () => {
  expect(defaultsOf(${camel}Parameters)).toEqual({ lambda: 0.5 });
});
`,
    },
    next: [
      `<${pascal} /> shows it in an article, and <FigureRef id="${kebab}" /> refers to it.`,
      `Its words stand in ${room}/words.ts, those of another language beside them, in words.de.json, by the same keys.`,
      `Write ${room}/; CONTRIBUTING.md, "Adding a figure", says what belongs where.`,
      `npx vitest run ${test} tests its settings; what is seen and touched is tested in tests/site/.`,
    ],
  };
}
