import { expect, test } from 'vitest';
import facts from '../../../../content/paper/paper-facts.json' with { type: 'json' };
import { noticeAt, presets } from '../../../../src/islands/alpha-batch/presets.ts';
import { expectSome } from '../../../expect-some.ts';

test('every preset is an alpha that the paper used for what the notice says', () => {
  const { table1_imagenet: imagenet, fig4_google_commands: speech, table2_corrupted_labels: noisy } = facts.tables;
  const wrongLabelsAt = (alpha: number) =>
    noisy.rows.filter((row) => row.method === 'mixup' && row.alpha === alpha).map((row) => `${row.corruption_pct} %`);
  for (const { alpha, notice } of expectSome(presets, 'presets')) {
    expect(notice.includes('Fig. 4')).toBe(speech.rows.some((row) => row.alpha === alpha));
    expect(notice.includes('Table 1')).toBe(imagenet.rows.some((row) => row.alpha === alpha));
    expect(notice.includes('CIFAR')).toBe(facts.hyperparameters.cifar.alpha === alpha);
    expect(notice.includes('Table 2')).toBe(wrongLabelsAt(alpha).length > 0);
    for (const share of wrongLabelsAt(alpha)) expect(notice).toContain(share);
  }
});

test('every other alpha has a notice too', () => {
  expect(noticeAt(32)).toContain('half and half');
  expect(noticeAt(0)).toContain('ERM');
  expect(noticeAt(0.3)).toContain('Below 1');
  expect(noticeAt(50)).toContain('Above 1');
});
