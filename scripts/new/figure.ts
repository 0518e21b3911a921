import type { Draft } from './draft.ts';
import { namesOf } from './names.ts';

/**
 * The room of a new figure with one slider, and the test of its settings.
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
      [`${room}/${pascal}.svelte`]: `<script lang="ts">
  import { labelColor } from '../../figures/label/label-color.ts';
  import LiveText from '../../figures/text/LiveText.svelte';
  import { defaultsOf } from '../../parameters/parameter.ts';
  import { tableFormat } from '../kit/demo/address-format.ts';
  import DemoFrame from '../kit/demo/DemoFrame.svelte';
  import Dock from '../kit/demo/Dock.svelte';
  import { connectAddress } from '../kit/demo/figure-address.svelte.ts';
  import ParameterSlider from '../kit/demo/ParameterSlider.svelte';
  import { ${camel}Parameters as parameters } from './parameters.ts';

  let { id = '${kebab}' }: { id?: string } = $props();

  let settings = $state.raw(defaultsOf(parameters));
  const words = $derived(\`\${settings.lambda.toFixed(2)} of A and \${(1 - settings.lambda).toFixed(2)} of B\`);

  const address = connectAddress(
    id,
    tableFormat(id, parameters),
    () => settings,
    (asked) => (settings = asked),
  );
</script>

<DemoFrame {id} state="done" notices={address.notices}>
  <div data-plot>
    <svg viewBox="0 0 100 12" role="img" aria-label={words}>
      <rect width="100" height="12" fill={labelColor(1 - settings.lambda)} />
    </svg>
    <p><LiveText text={words} /></p>
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
    <p>
      <strong>A caption begins with what the figure says.</strong> Then it says what to do: move λ, and see the color
      follow.
    </p>
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
      `Write ${room}/; CONTRIBUTING.md, "Adding a figure", says what belongs where.`,
      `npx vitest run ${test} tests its settings; what is seen and touched is tested in tests/site/.`,
    ],
  };
}
