import type { Draft } from './draft.ts';
import { namesOf } from './names.ts';

/**
 * A new experiment on digits, ERM beside mixup, with the figure that re-runs it and the test of its conditions.
 *
 * @throws RangeError for what is no name
 */
export function draftExperiment(name: string): Draft {
  const { kebab, camel, pascal } = namesOf(name);
  const room = `src/islands/${kebab}`;
  const study = `src/studies/${kebab}.ts`;
  const experiment = `scripts/experiments/${kebab}.ts`;
  const test = `tests/unit/studies/${kebab}.test.ts`;
  return {
    files: {
      [study]: `import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** What is compared: training as usual first. */
export const ${camel}Conditions: readonly Condition[] = [
  { name: 'erm', policy: ermPolicy },
  { name: 'mixup', policy: mixupPolicy(0.2) },
];

/** What it asks, in a line. */
export function ${camel}(digits: DataSet, length: DigitsLength = {}): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions: ${camel}Conditions });
}
`,
      [experiment]: `import { readDigits } from '../../src/data/digits/read-digits.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { ${camel} } from '../../src/studies/${kebab}.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: '${kebab}',
  summary: 'what is measured, in a line',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 8 }, (_, n) => n + 1),
  study: async () => ${camel}(await readDigits()),
});
`,
      [`${room}/setup.ts`]: `import { fetchDigitTable } from '../../data/digits/digits.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { ${camel}, ${camel}Conditions } from '../../studies/${kebab}.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';

/** The experiment as a figure. */
export const ${camel}Setup: RerunSetup<typeof digitsRunParameters, DigitsMeasure> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => ${camel}(await fetchDigitTable(), digitsLength(settings)),
  conditions: ${camel}Conditions,
  look: ({ policy }) => ermOrMixup(policy, \`mixup, α = \${policy.alpha}\`),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits, means over seeds',
  // Beside the experiment of the paper that it repeats, such as 'imagenet'; by its own name it stands at the end.
  results: { beside: '${kebab}', title: 'Here: what it compares', files: ['${kebab}'] },
};
`,
      [`${room}/${pascal}.svelte`]: `<script lang="ts">
  import type { ComponentProps } from 'svelte';
  import type { DigitsMeasure } from '../../studies/digits-study.ts';
  import ReRun from '../kit/rerun/ReRun.svelte';
  import { ${camel}Setup } from './setup.ts';

  /** What it compares, in a line. */
  type Props = Omit<ComponentProps<typeof ReRun<typeof ${camel}Setup.parameters, DigitsMeasure>>, 'setup'>;

  let { baked, id }: Props = $props();
</script>

<ReRun setup={${camel}Setup} {baked} {id} />
`,
      [`${room}/${pascal}.astro`]: `---
/** Figure: what it compares, over seeds, to run again. */
import { bakedRerun } from '../kit/baked/baked-rerun.ts';
import DataCredit from '../kit/frame/DataCredit.astro';
import { digitsProtocolInWords } from '../kit/frame/digits-protocol.ts';
import Figure from '../kit/frame/Figure.astro';
import ${pascal} from './${pascal}.svelte';
import { ${camel}Setup } from './setup.ts';

interface Props {
  id?: string;
  /** Injected at build. */
  number?: string;
}

const { id = '${kebab}', number } = Astro.props;
---

<Figure {id} {...(number !== undefined && { number })} width="full">
  <${pascal} baked={bakedRerun(${camel}Setup)} {id} client:wake />
  <Fragment slot="caption">
    <p>
      <strong>A caption begins with what came out.</strong> Run it here, or show the single seeds under More.
    </p>
  </Fragment>
  <Fragment slot="reading">
    <p>Bars are 95&nbsp;% intervals over the seeds.</p>
  </Fragment>
  <Fragment slot="credit">
    <DataCredit of="digits" /> {digitsProtocolInWords()}
  </Fragment>
</Figure>
`,
      [test]: `import { expect, test } from 'vitest';
import { ${camel}Conditions } from '../../../src/studies/${kebab}.ts';

test('each condition has a name of its own, and the first is training as usual', () => {
  const names = ${camel}Conditions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe('erm');
});
`,
    },
    next: [
      `Write ${study} and ${experiment}, then: npm run bake -- ${kebab}`,
      `<${pascal} /> shows it in an article, and then it stands on the page of all results.`,
      `Write ${room}/; CONTRIBUTING.md, "Adding an experiment", says what belongs where.`,
      'A slice in tests/unit/studies/baked-slices.test.ts holds what was baked to the code.',
      'A few steps computed a second time in tests/unit/studies/recomputed/ hold the code to slow arithmetic; a test asks for them.',
    ],
  };
}
