import { z } from 'zod';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { isEmpty, meanMetric, overSamples, scored } from './samples.js';
import { sizeIn, sizeUnit } from './size.js';

/** 1 where the output is at most `max` words or characters long, and not empty. It needs no reference. */
export const maxLength = define(
  { name: 'max_length', about: '1 where the output is no longer than `max`, and not empty', example: { max: 100 } },
  { max: z.int().min(1).describe('the greatest length that is right'), unit: sizeUnit },
  (id, { max, unit }) =>
    meanMetric({ id, recipe: recipe('max_length', { max, unit }, 'python-str-split') }, (row) =>
      overSamples(row, (text) => {
        const empty = isEmpty(text);
        return scored(!empty && sizeIn(unit, text) <= max ? 1 : 0, empty);
      }),
    ),
);
