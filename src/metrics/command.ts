import { z } from 'zod';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { ownScore } from './scores.js';

/**
 * The mean of the scores that the user's own program gives. Metrics do no I/O: the scores must stand in the predictions
 * under the metric's id when rows are measured, and `command` on the metric says how to get them.
 */
export const command = define(
  'command',
  {
    run: z.array(z.string().min(1)).min(1),
    timeout: z.number().positive().max(86_400).default(60),
    direction: z.enum(['higher', 'lower']).default('higher'),
  },
  (id, { run, timeout, direction }) => ({
    id,
    direction,
    unit: 'number',
    range: [null, null],
    recipe: recipe('command', { run: JSON.stringify(run), direction }, 'its program'),
    linear: true,
    command: { run, timeout },
    prepare: () => ({ columns: ['score'] }),
    measure: (row) => ownScore(row, id),
    aggregate: (sum, weight) => sum[0]! / weight,
  }),
);
