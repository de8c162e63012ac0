import { z } from 'zod';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { isEmpty, overSamples, scored } from './samples.js';
import { sizeIn, sizeUnit } from './size.js';

/**
 * The mean length of the outputs. No length is best: `direction` says which way a max_regression looks, and its unit
 * has no default check.
 */
export const length = define(
  { name: 'length', about: 'the mean length of the outputs' },
  {
    unit: sizeUnit,
    direction: z.enum(['higher', 'lower']).default('lower').describe('which way is better, for max_regression'),
  },
  (id, { unit, direction }) => ({
    id,
    direction,
    unit: 'number',
    range: [0, null],
    recipe: recipe('length', { unit, direction }, 'python-str-split'),
    linear: true,
    prepare: () => ({ columns: ['length'] }),
    measure: (row) => overSamples(row, (text) => scored(sizeIn(unit, text), isEmpty(text))),
    aggregate: (sum, weight) => sum[0]! / weight,
  }),
);
