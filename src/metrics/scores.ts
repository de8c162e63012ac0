import { z } from 'zod';
import { define, type Definition } from './define.js';
import { recipe } from './recipe.js';
import type { Measured, MetricRow } from './metric.js';

/** What stands before the name of the user's own score. */
export const SCORES_PREFIX = 'scores.';

/** The mean of the user's own numbers, from `scores` in the prediction rows. */
export function scoresMetric(name: string): Definition {
  const key = name.slice(SCORES_PREFIX.length);
  const options = { direction: z.enum(['higher', 'lower']).default('higher').describe('which way is better') };
  return define(
    { name, about: 'the mean of your own numbers in the prediction rows' },
    options,
    (id, { direction }) => ({
      id,
      direction,
      unit: 'number',
      range: [null, null],
      recipe: recipe(name, { direction }, 'the predictions'),
      linear: true,
      prepare: () => ({ columns: ['score'] }),
      measure: (row) => ownScore(row, key),
      aggregate: (sum, weight) => sum[0]! / weight,
    }),
  );
}

/** The number under a name in the prediction's scores, or the mean of its samples' numbers. */
export function ownScore({ prediction }: MetricRow, key: string): Measured {
  const score = prediction.scores.get(key);
  if (score === undefined) return { unscored: `the prediction has no score "${key}"` };
  if (score === null) return { unscored: `the score "${key}" is null` };
  const samples = prediction.sampleScores?.get(key)?.map((value) => ({ columns: [0], values: [value] }));
  return { columns: [0], values: [score], unparsed: false, ...(samples === undefined ? {} : { samples }) };
}
