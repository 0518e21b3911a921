import { expect, test } from 'vitest';
import { bakedDifference, bakedStudy } from '../../src/islands/kit/baked/baked-results.ts';
import type { GanMeasure } from '../../src/studies/gan-games.ts';

/** How two conditions compare, seed by seed: one errs less or more, or the 95 % interval of the difference holds zero. */
type Verdict = 'less' | 'more' | 'open';

function verdict(experiment: string, measure: string, one: string, other: string): Verdict {
  const { mean, halfWidth } = bakedDifference(experiment, `${one}.${measure}`, `${other}.${measure}`);
  if (Math.abs(mean) <= halfWidth) return 'open';
  return mean < 0 ? 'less' : 'more';
}

const last = 'testError.last';
const widths = [4, 8, 16, 32, 64, 128] as const;
const sizes = [1, 2, 3, 4, 6, 8, 10, 15] as const;

/** Both strengths of mixup against ERM at every width, on speakers that were not heard. */
const overWidths = (draw: 'anew' | 'historical', measure: string): Verdict[] =>
  ['weak-mixup', 'mixup'].flatMap((method) =>
    widths.map((width) =>
      verdict(`new-speakers${draw === 'anew' ? '' : '-historical'}`, measure, `${draw} ${method}-${width}`, `${draw} erm-${width}`),
    ),
  );

/** The same of both strengths. */
const twice = (...told: Verdict[]): Verdict[] => [...told, ...told];

/** What the articles say of their re-runs in words: article, claim, and how each of the compared conditions came out. */
const claims: readonly (readonly [
  article: string,
  claim: string,
  came: () => readonly Verdict[],
  told: readonly Verdict[],
])[] = [
  [
    'speech',
    'at α = 0.2 only the two largest networks gain',
    () => widths.map((width) => verdict('capacity-sweep', last, `weak-mixup-${width}`, `erm-${width}`)),
    ['open', 'open', 'open', 'open', 'less', 'less'],
  ],
  [
    'speech',
    'at α = 1 the two smallest lose, and no harm can be told in the others',
    () => widths.map((width) => verdict('capacity-sweep', last, `mixup-${width}`, `erm-${width}`)),
    ['more', 'more', 'open', 'open', 'open', 'open'],
  ],
  [
    'speech',
    'a strong mixup raises the training error of all networks but the largest, and of large ones less than of small ones',
    () => widths.map((width) => verdict('capacity-sweep', 'trainingError.last', `mixup-${width}`, `erm-${width}`)),
    ['more', 'more', 'more', 'more', 'more', 'open'],
  ],
  [
    'speech',
    'on speakers drawn anew smoothed labels too cost the largest network errors, and the loss they save is more than lost to a temperature',
    () =>
      [last, 'testLoss.last', 'rescaledLoss.last'].map((measure) =>
        verdict('new-speakers', measure, 'anew smoothing-128', 'anew erm-128'),
      ),
    ['more', 'less', 'more'],
  ],
  [
    'speech',
    'on speakers drawn anew the networks of 32 units and more err more, at either strength, and none errs less',
    () => overWidths('anew', last),
    twice('open', 'open', 'open', 'more', 'more', 'more'),
  ],
  [
    'speech',
    'on the historical split 8 units err less, and the two largest err more',
    () => overWidths('historical', last),
    twice('open', 'less', 'open', 'open', 'more', 'more'),
  ],
  [
    'speech',
    'the test loss and the calibration error are lower at every width, however the speakers are split',
    () =>
      (['anew', 'historical'] as const).flatMap((draw) =>
        ['testLoss.last', 'calibrationError.last'].flatMap((measure) => overWidths(draw, measure)),
      ),
    Array.from({ length: 2 * 2 * 12 }, () => 'less'),
  ],
  [
    'speech',
    'after one temperature the loss is higher from 16 units up, and lower only with 4',
    () => overWidths('anew', 'rescaledLoss.last'),
    twice('less', 'open', 'more', 'more', 'more', 'more'),
  ],
  [
    'speech',
    'on the historical split it is higher from 32 units up',
    () => overWidths('historical', 'rescaledLoss.last').filter((_, k) => k % 6 > 2),
    ['more', 'more', 'more', 'more', 'more', 'more'],
  ],
  ...(['', 'clothes '] as const).flatMap((set): (typeof claims)[number][] => {
    const file = set === '' ? 'corrupted-labels' : 'corrupted-labels-clothes';
    const half = (measure: string, one: string, other: string): Verdict =>
      verdict(file, `testError.${measure}`, `${set}${one} 50`, `${set}${other} 50`);
    return [
      [
        'corrupted-labels',
        `on ${set || 'digits '}with half redrawn ERM ends worst, both together best, and dropout alone before mixup alone`,
        () => [
          half('last', 'mixup', 'erm'),
          half('last', 'dropout', 'mixup'),
          half('last', 'mixup-and-dropout', 'dropout'),
        ],
        ['less', 'less', 'less'],
      ],
      [
        'corrupted-labels',
        `on ${set || 'digits '}ERM stopped early errs less than mixup at its end, and cannot be told from both together`,
        () => [half('last', 'stopped-early', 'mixup'), half('last', 'mixup-and-dropout', 'stopped-early')],
        ['less', 'open'],
      ],
    ];
  }),
  [
    'corrupted-labels',
    'on either no method ends clearly below ERM stopped early, at any share',
    () =>
      ['corrupted-labels', 'corrupted-labels-clothes'].flatMap((file) =>
        [20, 50, 80].flatMap((share) =>
          ['dropout', 'mixup', 'mixup-and-dropout'].map((method) => {
            const set = file.endsWith('clothes') ? 'clothes ' : '';
            const came = verdict(file, last, `${set}${method} ${share}`, `${set}stopped-early ${share}`);
            return came === 'more' ? 'open' : came;
          }),
        ),
      ),
    Array.from({ length: 18 }, () => 'open'),
  ],
  [
    'corrupted-labels',
    'on digits mixup in its best moment is ahead of ERM in its own where one label in five is redrawn, or four, and with dropout at every share',
    () =>
      ['mixup', 'mixup-and-dropout'].flatMap((method) =>
        [20, 50, 80].map((share) => verdict('corrupted-labels', 'testError.least', `${method} ${share}`, `erm ${share}`)),
      ),
    ['less', 'open', 'less', 'less', 'less', 'less'],
  ],
  [
    'corrupted-labels',
    'on clothes ERM stopped early errs less than dropout at its end',
    () => [verdict('corrupted-labels-clothes', last, 'clothes stopped-early 50', 'clothes dropout 50')],
    ['less'],
  ],
  [
    'corrupted-labels',
    'on clothes dropout ends before mixup at two shares, and at the third that is open',
    () =>
      [20, 50, 80].map((share) =>
        verdict('corrupted-labels-clothes', last, `clothes dropout ${share}`, `clothes mixup ${share}`),
      ),
    ['less', 'less', 'open'],
  ],
  [
    'corrupted-labels',
    'on clothes no method in its best moment errs less than ERM in its own, at any share',
    () =>
      [20, 50, 80].flatMap((share) =>
        ['dropout', 'mixup', 'mixup-and-dropout'].map((method) =>
          verdict('corrupted-labels-clothes', 'testError.least', `clothes ${method} ${share}`, `clothes erm ${share}`),
        ),
      ),
    ['open', 'open', 'open', 'open', 'open', 'open', 'more', 'open', 'more'],
  ],
  [
    'gans',
    'in the paper’s game mixup finds more clusters, and a few more of its points are near',
    () => ['clusters.last', 'near.last'].map((measure) => verdict('gan-ring', measure, 'minimax-mixup', 'minimax-plain')),
    ['more', 'more'],
  ],
  [
    'gans',
    'with the usual loss fewer of its points are near, and more clusters found',
    () =>
      ['near.last', 'clusters.last'].map((measure) =>
        verdict('gan-ring', measure, 'non-saturating-mixup', 'non-saturating-plain'),
      ),
    ['less', 'more'],
  ],
  [
    'gans',
    'exchanged labels bring more points near than mixup, and may still miss clusters',
    () => [
      verdict('gan-ring', 'near.last', 'minimax-noise', 'minimax-mixup'),
      verdict('gan-ring', 'clusters.last', 'minimax-noise', 'minimax-plain'),
    ],
    ['more', 'open'],
  ],
  [
    'gans',
    'one-sided smoothing changes nothing that can be told, under either loss',
    () =>
      ['minimax', 'non-saturating'].flatMap((loss) =>
        ['near.last', 'clusters.last'].map((measure) =>
          verdict('gan-ring', measure, `${loss}-smoothing`, `${loss}-plain`),
        ),
      ),
    ['open', 'open', 'open', 'open'],
  ],
  [
    'gans',
    'between networks of the paper’s size the usual loss alone finds fewer clusters than mixup, and how many points are near is open',
    () =>
      ['clusters.last', 'near.last'].map((measure) =>
        verdict('gan-paper-size', measure, '3x512 non-saturating-plain', '3x512 minimax-mixup'),
      ),
    ['less', 'open'],
  ],
  [
    'gans',
    'the slope penalty brings more points near than mixup, and the formula at its word fewer than no mixup',
    () => [
      verdict('gan-ring', 'near.last', 'minimax-slope', 'minimax-mixup'),
      verdict('gan-ring', 'near.last', 'minimax-formula', 'minimax-plain'),
    ],
    ['more', 'less'],
  ],
  [
    'ablation',
    'mixup, blended inputs and the first hidden layer may be chance; the second gains, and of noise the strongest alone',
    () =>
      ['mixup', 'inputs', 'hidden-1', 'hidden-2', 'noise-5', 'noise-10', 'noise-20'].map((one) =>
        verdict('ablation', last, one, 'erm'),
      ),
    ['open', 'open', 'open', 'less', 'open', 'open', 'less'],
  ],
  [
    'ablation',
    'partners of the same class do harm, random or near, and near ones of any class',
    () => ['inputs-same', 'inputs-same-near', 'inputs-near'].map((one) => verdict('ablation', last, one, 'erm')),
    ['more', 'more', 'more'],
  ],
  [
    'ablation',
    'smoothing beats mixup, and blending the inputs as well undoes the gain of blended or smoothed labels',
    () => [
      verdict('ablation', last, 'smoothing-10', 'mixup'),
      verdict('ablation', last, 'mixup', 'labels'),
      verdict('ablation', last, 'inputs-smoothing-10', 'smoothing-10'),
    ],
    ['less', 'more', 'more'],
  ],
  [
    'ablation',
    'in the deeper network every hidden layer gains, and from the second on its loss falls; blended digits may be chance',
    () =>
      ['testError.last', 'testLoss.last'].flatMap((measure) =>
        ['mixup', 'hidden-1', 'hidden-2', 'hidden-3', 'hidden-4', 'hidden-5'].map((one) =>
          verdict('ablation', measure, `deep-${one}`, 'deep-erm'),
        ),
      ),
    ['open', 'less', 'less', 'less', 'less', 'less', 'open', 'open', 'less', 'less', 'less', 'less'],
  ],
  [
    'adversarial-examples',
    'after one step in the white box weak mixup cannot be told from ERM at any ε',
    () => sizes.map((size) => verdict('error-under-attack', `white fgsm ${size}.last`, 'mixup', 'erm')),
    sizes.map(() => 'open'),
  ],
  [
    'adversarial-examples',
    'after ten steps it loses from 6 % on',
    () => sizes.map((size) => verdict('error-under-attack', `white i-fgsm ${size}.last`, 'mixup', 'erm')),
    ['open', 'open', 'open', 'open', 'more', 'more', 'more', 'more'],
  ],
  [
    'adversarial-examples',
    'strong mixup loses from 2 % on, after one step and after ten',
    () =>
      ['fgsm', 'i-fgsm'].flatMap((attack) =>
        sizes.map((size) => verdict('error-under-attack-strong', `white ${attack} ${size}.last`, 'mixup', 'erm')),
      ),
    [...sizes, ...sizes].map((size) => (size === 1 ? 'open' : 'more')),
  ],
  [
    'adversarial-examples',
    'on clothes, at the ε fixed beforehand, neither strength can be told from ERM in any of the four situations',
    () =>
      ['', '-strong'].flatMap((strength) =>
        ['white fgsm', 'white i-fgsm', 'black fgsm', 'black i-fgsm'].map((attack) =>
          verdict(`error-under-attack-clothes${strength}`, `${attack} 2.last`, 'mixup', 'erm'),
        ),
      ),
    Array.from({ length: 8 }, () => 'open'),
  ],
  [
    'adversarial-examples',
    'with ε fixed beforehand, weak mixup errs more in the white box, after one step too, and less in the black box',
    () =>
      ['white fgsm', 'white i-fgsm', 'black fgsm', 'black i-fgsm'].map((attack) =>
        verdict('margins', `${attack} 10.last`, 'weak-mixup', 'erm'),
      ),
    ['more', 'more', 'less', 'less'],
  ],
  [
    'adversarial-examples',
    'label smoothing and both mixups cut the margin, and by margin over slope the four stand as by their errors after ten steps',
    () => [
      ...['smoothing', 'weak-mixup', 'mixup'].map((one) => verdict('margins', 'margin.last', one, 'erm')),
      verdict('margins', 'reach.last', 'erm', 'smoothing'),
      verdict('margins', 'reach.last', 'smoothing', 'weak-mixup'),
      verdict('margins', 'reach.last', 'weak-mixup', 'mixup'),
      verdict('margins', 'white i-fgsm 10.last', 'erm', 'smoothing'),
      verdict('margins', 'white i-fgsm 10.last', 'smoothing', 'weak-mixup'),
      verdict('margins', 'white i-fgsm 10.last', 'weak-mixup', 'mixup'),
      verdict('margins', 'margin.last', 'smoothing', 'weak-mixup'),
    ],
    ['less', 'less', 'less', 'more', 'more', 'more', 'less', 'less', 'less', 'less'],
  ],
  [
    'adversarial-examples',
    'after one step label smoothing errs less than ERM, though its quotient is smaller',
    () => ['white fgsm 10.last', 'reach.last'].map((measure) => verdict('margins', measure, 'smoothing', 'erm')),
    ['less', 'less'],
  ],
  [
    'corrupted-labels',
    'the last error is lower with dropout than with mixup at every share; the best errors are no such rule',
    () =>
      ['last', 'least'].flatMap((which) =>
        [20, 50, 80].map((share) =>
          verdict('corrupted-labels', `testError.${which}`, `dropout ${share}`, `mixup ${share}`),
        ),
      ),
    ['less', 'less', 'less', 'less', 'open', 'more'],
  ],
  [
    'corrupted-labels',
    'both together cannot be told from dropout with one label in five, and err less with more',
    () =>
      [20, 50, 80].map((share) => verdict('corrupted-labels', last, `mixup-and-dropout ${share}`, `dropout ${share}`)),
    ['open', 'less', 'less'],
  ],
  [
    'tabular-data',
    'mixup errs more on Iris and breast cancer and not on wine and Abalone, and its loss is higher on all four',
    () =>
      [last, 'testLoss.last'].flatMap((measure) =>
        ['iris', 'breast-cancer', 'wine', 'abalone'].map((data) =>
          verdict(`tabular-${data}`, measure, `${data} mixup`, `${data} erm`),
        ),
      ),
    ['more', 'more', 'open', 'open', 'more', 'more', 'more', 'more'],
  ],
  [
    'tabular-data',
    'after ten times as long the error on Iris is barely higher, and the loss is not',
    () => [last, 'testLoss.last'].map((measure) => verdict('tabular-iris-longer', measure, 'iris mixup', 'iris erm')),
    ['more', 'open'],
  ],
];

test.each(claims)('%s: %s', (_article, _claim, came, told) => {
  expect(came()).toEqual(told);
});

test('mixup and the slope penalty find all eight clusters with each of 16 seeds in the paper’s game, as the article on GANs says', () => {
  for (const method of ['mixup', 'slope']) {
    const found = bakedStudy<GanMeasure>('gan-ring').conditions.find(({ condition }) => condition === `minimax-${method}`);
    expect(found?.measures.clusters.last.values).toEqual(Array.from({ length: 16 }, () => 8));
  }
});
