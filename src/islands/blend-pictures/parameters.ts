import { drawings } from '../kit/pictures/drawings.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { blendWords } from './words.ts';

/** Pixels along each side of a picture: what the ImageNet networks of the paper are given. */
export const pictureSide = 224;

/** Everything a reader can set in the figure "A cat, a dog, and a share of each", their own pictures excepted. */
export const blendPicturesParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.6 },
  first: {
    kind: 'choice',
    key: 'first',
    get label() {
      return blendWords.firstPicture;
    },
    choices: drawings,
    default: 'cat-ginger',
  },
  second: {
    kind: 'choice',
    key: 'second',
    get label() {
      return blendWords.secondPicture;
    },
    choices: drawings,
    default: 'dog-brown',
  },
  column: {
    kind: 'integer',
    key: 'x',
    get label() {
      return blendWords.column;
    },
    min: 0,
    max: pictureSide - 1,
    default: 16,
  },
  row: {
    kind: 'integer',
    key: 'y',
    get label() {
      return blendWords.row;
    },
    min: 0,
    max: pictureSide - 1,
    default: 16,
  },
});
